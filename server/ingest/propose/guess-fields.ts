import type { FieldGuess, FileChoice, GuessReason, UnplacedColumn } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import type { ColumnSource } from '../dataset-schema.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { fieldByContent } from './content-shapes.ts'
import { headerWord, isWordFor } from './field-words.ts'
import { holdsWordFor } from './header-parts.ts'
import { readColumn, type SampledColumn, samplesShown } from './read-column.ts'

/** What the columns of a file are as rows of one kind. */
export interface Guesses {
  readonly fields: readonly FieldGuess[]
  readonly sources: Readonly<Record<string, ColumnSource>>
  readonly notPlaced: readonly UnplacedColumn[]
  /** Required fields that no column gives. */
  readonly missing: readonly string[]
}

/** Takes each column for at most one field and each field from at most one column: as a person chose, else by its name, else by a word for it, else by a word that its name holds, else by what it holds. */
export function guessFields(
  kind: RecordKind,
  columns: readonly SampledColumn[],
  { columns: chosen = {}, dates = {} }: Partial<FileChoice> = {},
): Guesses {
  const known = fieldsOf[kind]
  const placed = placeColumns(known, columns, chosen)
  const taken = new Map([...placed].map(([field, { column }]) => [column, field]))
  const fields: FieldGuess[] = []
  const sources: Record<string, ColumnSource> = {}
  for (const [field, { column, reason }] of placed) {
    const values = columns.find((other) => other.column === column)?.values ?? []
    const { source, guess } = readColumn(
      { field, known: known[field] },
      { column, values },
      dates[column],
    )
    // A column that carries the field's own name needs no mapping.
    if (source !== field) sources[field] = source
    fields.push({ field, column, reason, ...guess })
  }
  return {
    fields,
    sources,
    notPlaced: columns
      .filter(({ column }) => !taken.has(column))
      .map(({ column, values }) => unplaced(column, values, placed)),
    missing: Object.keys(known).filter((field) => known[field]?.required && !placed.has(field)),
  }
}

interface Placed {
  readonly column: string
  readonly reason: GuessReason
}

function placeColumns(
  known: Readonly<Record<string, Field>>,
  columns: readonly SampledColumn[],
  chosen: FileChoice['columns'],
): Map<string, Placed> {
  const placed = new Map<string, Placed>()
  const left = new Map(columns.map((column) => [column.column, column]))
  const place = (field: string | undefined, column: string, reason: GuessReason) => {
    if (field === undefined) return
    placed.set(field, { column, reason })
    left.delete(column)
  }
  const free = (field: string) => Object.hasOwn(known, field) && !placed.has(field)
  const matches = (reason: GuessReason, fits: (field: string, column: string) => boolean) => {
    for (const { column } of columns) {
      if (!left.has(column)) continue
      place(
        Object.keys(known).find((field) => free(field) && fits(field, column)),
        column,
        reason,
      )
    }
  }
  for (const { column } of columns) {
    if (!Object.hasOwn(chosen, column)) continue
    const field = chosen[column]
    if (field !== undefined && free(field)) place(field, column, 'chosen')
    left.delete(column)
  }
  matches('name', (field, column) => headerWord(field) === headerWord(column))
  matches('word', isWordFor)
  // 店铺地址 is where a shop stands in one table, and its page in another.
  const looksOtherwise = (field: string, column: string) => {
    const shown = fieldByContent(left.get(column)?.values ?? [], (own) => Object.hasOwn(known, own))
    return shown !== undefined && shown !== field
  }
  matches('part', (field, column) => holdsWordFor(field, column) && !looksOtherwise(field, column))
  for (const { column, values } of [...left.values()]) {
    place(fieldByContent(values, free), column, 'content')
  }
  return new Map([...placed].toSorted(([a], [b]) => order(known, a) - order(known, b)))
}

function order(known: Readonly<Record<string, Field>>, field: string): number {
  return Object.keys(known).indexOf(field)
}

function unplaced(
  column: string,
  values: readonly string[],
  placed: ReadonlyMap<string, Placed>,
): UnplacedColumn {
  const takenField = [...placed.keys()].find(
    (field) => headerWord(field) === headerWord(column) || isWordFor(field, column),
  )
  return {
    column,
    ...(takenField !== undefined && { takenField }),
    samples: values.slice(0, samplesShown),
  }
}

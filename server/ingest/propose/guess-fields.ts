import type { FieldGuess, GuessReason, UnplacedColumn } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import type { ColumnSource } from '../dataset-schema.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { type Transforms, transformer } from '../transforms.ts'
import { dateFormOf, fieldByContent, splitOf, takes } from './content-shapes.ts'
import { headerWord, isWordFor } from './field-words.ts'

/** A column with the different values of the rows looked at, empty ones left out. */
export interface SampledColumn {
  readonly column: string
  readonly values: readonly string[]
}

/** What the columns of a file are as rows of one kind. */
export interface Guesses {
  readonly fields: readonly FieldGuess[]
  readonly sources: Readonly<Record<string, ColumnSource>>
  readonly notPlaced: readonly UnplacedColumn[]
  /** Required fields that no column gives. */
  readonly missing: readonly string[]
}

const samplesShown = 5

/** By column, the field that a person took it for, or nothing where its contents are not wanted. */
export type ChosenFields = Readonly<Record<string, string>>

/** Takes each column for at most one field and each field from at most one column: as a person chose, else by its name, else by a word for it, else by what it holds. */
export function guessFields(
  kind: RecordKind,
  columns: readonly SampledColumn[],
  chosen: ChosenFields = {},
): Guesses {
  const known = fieldsOf[kind]
  const placed = placeColumns(known, columns, chosen)
  const taken = new Map([...placed].map(([field, { column }]) => [column, field]))
  const fields: FieldGuess[] = []
  const sources: Record<string, ColumnSource> = {}
  for (const [field, { column, reason }] of placed) {
    const values = columns.find((other) => other.column === column)?.values ?? []
    const source = sourceFor(field, known[field], column, values)
    // A column that carries the field's own name needs no mapping.
    if (source !== field) sources[field] = source
    fields.push({
      field,
      column,
      reason,
      ...stepsOf(source),
      ...fitOf(known[field], source, values),
    })
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
  chosen: ChosenFields,
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
  for (const { column, values } of [...left.values()]) {
    place(fieldByContent(values, free), column, 'content')
  }
  return new Map([...placed].toSorted(([a], [b]) => order(known, a) - order(known, b)))
}

function order(known: Readonly<Record<string, Field>>, field: string): number {
  return Object.keys(known).indexOf(field)
}

function sourceFor(
  field: string,
  known: Field | undefined,
  column: string,
  values: readonly string[],
): ColumnSource {
  const date = known?.type === 'date' ? dateFormOf(values) : undefined
  if (date !== undefined) return { column, date }
  const split = known?.multiple ? splitOf(values, field) : undefined
  return split === undefined ? column : { column, split }
}

function stepsOf(source: ColumnSource): Pick<FieldGuess, 'date' | 'split'> {
  if (typeof source === 'string' || !('column' in source)) return {}
  const { date, split } = source
  return { ...(date !== undefined && { date }), ...(split !== undefined && { split }) }
}

function fitOf(field: Field | undefined, source: ColumnSource, values: readonly string[]) {
  const steps: Transforms = typeof source === 'object' && 'column' in source ? source : {}
  const read = transformer(steps)
  const fits = values.filter((value) => {
    const pieces = read(value)
    return Array.isArray(pieces) && pieces.every((piece) => takes(field?.type ?? 'text', piece))
  })
  return { fits: fits.length, of: values.length, samples: values.slice(0, samplesShown) }
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

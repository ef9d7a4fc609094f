import type { FieldGuess, FileChoice, UnplacedColumn } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import type { ColumnSource } from '../dataset-schema.ts'
import { fieldsOf } from '../fields.ts'
import type { PlacedColumns } from './column-table.ts'
import { speaksFor, surenessOf } from './header-fit.ts'
import { placeColumns } from './place-columns.ts'
import { type SampledColumn, samplesShown } from './read-column.ts'
import { readPlaced } from './read-placed.ts'
import { sourceOf } from './source-of.ts'

/** What the columns of a file are as rows of one kind. */
export interface Guesses {
  readonly fields: readonly FieldGuess[]
  readonly sources: Readonly<Record<string, ColumnSource>>
  readonly notPlaced: readonly UnplacedColumn[]
  /** Required fields that no column gives. */
  readonly missing: readonly string[]
}

/** Takes each column for at most one field, and each field from one column, or from several where it takes several values, is the key of a shop or an address in parts. */
export function guessFields(
  kind: RecordKind,
  columns: readonly SampledColumn[],
  choice: Partial<FileChoice> = {},
): Guesses {
  const known = fieldsOf[kind]
  const placed = placeColumns(kind, columns, choice.columns)
  const taken = new Set(
    [...placed.values()].flat().flatMap(({ column, beside }) => [column, beside]),
  )
  const left = columns.filter(({ column }) => !taken.has(column))
  const fields: FieldGuess[] = []
  const sources: Record<string, ColumnSource> = {}
  for (const [field, own] of placed) {
    const read = readPlaced(own, { kind, field, columns, choice })
    const source = sourceOf(read)
    // A column that carries the field's own name needs no mapping.
    if (source !== field) sources[field] = source
    fields.push(...read.map(({ guess }) => guess))
  }
  return {
    fields: fields.map((guess) => withRivals(kind, guess, left)),
    sources,
    notPlaced: left.map((column) => unplaced(kind, column, placed)),
    missing: Object.keys(known).filter((field) => known[field]?.required && !placed.has(field)),
  }
}

/** With the columns that say the field as surely, where it takes one value: which of them counts is nothing to guess at for good. */
function withRivals(
  kind: RecordKind,
  guess: FieldGuess,
  left: readonly SampledColumn[],
): FieldGuess {
  const { field, column, reason, beside } = guess
  const takesOne = fieldsOf[kind][field]?.multiple !== true && beside === undefined
  if (!takesOne || reason === 'chosen' || guess.part !== undefined) return guess
  const sureness = surenessOf(kind, field, column)
  const rivals = left
    .map((own) => own.column)
    .filter((own) => surenessOf(kind, field, own) === sureness)
  return rivals.length === 0 || sureness === undefined ? guess : { ...guess, rivals }
}

function unplaced(
  kind: RecordKind,
  { column, values }: SampledColumn,
  placed: PlacedColumns,
): UnplacedColumn {
  const takenField = [...placed.keys()].find((field) => speaksFor(kind, field, column))
  return {
    column,
    ...(takenField !== undefined && { takenField }),
    samples: values.slice(0, samplesShown),
  }
}

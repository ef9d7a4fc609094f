import type { FieldGuess, FileChoice, UnplacedColumn } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import type { ColumnSource, OneColumn } from '../dataset-schema.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { speaksFor } from './header-fit.ts'
import { type Placed, type PlacedColumns, placeColumns } from './place-columns.ts'
import { readColumn, type SampledColumn, samplesShown } from './read-column.ts'

/** What the columns of a file are as rows of one kind. */
export interface Guesses {
  readonly fields: readonly FieldGuess[]
  readonly sources: Readonly<Record<string, ColumnSource>>
  readonly notPlaced: readonly UnplacedColumn[]
  /** Required fields that no column gives. */
  readonly missing: readonly string[]
}

/** Takes each column for at most one field, and each field from one column, or from several where it takes several values or is the key of a shop. */
export function guessFields(
  kind: RecordKind,
  columns: readonly SampledColumn[],
  choice: Partial<FileChoice> = {},
): Guesses {
  const known = fieldsOf[kind]
  const placed = placeColumns(kind, columns, choice.columns)
  const fields: FieldGuess[] = []
  const sources: Record<string, ColumnSource> = {}
  for (const [field, own] of placed) {
    const read = own.map((one) => readPlaced(one, { field, known: known[field] }, columns, choice))
    const source = sourceOf(read)
    // A column that carries the field's own name needs no mapping.
    if (source !== field) sources[field] = source
    fields.push(...read.map(({ guess }) => guess))
  }
  const taken = new Set(
    [...placed.values()].flat().flatMap(({ column, beside }) => [column, beside]),
  )
  return {
    fields,
    sources,
    notPlaced: columns
      .filter(({ column }) => !taken.has(column))
      .map(({ column, values }) => unplaced(kind, { column, values }, placed)),
    missing: Object.keys(known).filter((field) => known[field]?.required && !placed.has(field)),
  }
}

interface ReadPlaced {
  readonly source: OneColumn
  readonly beside?: OneColumn
  readonly guess: FieldGuess
}

function readPlaced(
  { column, reason, beside }: Placed,
  of: { readonly field: string; readonly known: Field | undefined },
  columns: readonly SampledColumn[],
  { dates = {} }: Partial<FileChoice>,
): ReadPlaced {
  const sampled = (name: string) =>
    columns.find((other) => other.column === name) ?? { column: name, values: [] }
  const { source, guess } = readColumn(of, sampled(column), dates[column])
  const said = { field: of.field, column, reason }
  if (beside === undefined) return { source, guess: { ...said, ...guess } }
  const platform = readColumn({ ...of, field: 'platform' }, sampled(beside), undefined)
  const { map, samples } = platform.guess
  const inFront = { beside: { column: beside, samples }, ...(map !== undefined && { map }) }
  return { source, beside: platform.source, guess: { ...said, ...guess, ...inFront } }
}

/** Several columns together have all their values; the key of a shop is its platform and its id there, and half of one is none. */
function sourceOf(read: readonly ReadPlaced[]): ColumnSource {
  const [first] = read
  if (first?.beside !== undefined) {
    return { columns: [first.beside, first.source], join: '/', whole: true }
  }
  if (first !== undefined && read.length === 1) return first.source
  return { columns: read.map(({ source }) => source), join: '|' }
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

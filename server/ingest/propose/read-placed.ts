import type { FieldGuess, FileChoice } from '../../domain/proposal.ts'
import type { RecordKind } from '../../domain/record.ts'
import type { OneColumn } from '../dataset-schema.ts'
import { fieldsOf } from '../fields.ts'
import { schemesBeside } from './account-schemes.ts'
import type { ColumnsOfAddress } from './address-columns.ts'
import type { Placed } from './column-table.ts'
import { readColumn, type SampledColumn } from './read-column.ts'

/** A column that was taken for a field, and how it is read. */
export interface ReadPlaced {
  readonly source: OneColumn
  /** Of the column whose value stands in front. */
  readonly beside?: OneColumn
  readonly partOf?: ColumnsOfAddress
  readonly guess: FieldGuess
}

interface Around {
  readonly kind: RecordKind
  readonly field: string
  readonly columns: readonly SampledColumn[]
  readonly choice: Partial<FileChoice>
}

/** Works out how each of the columns of a field is read. */
export function readPlaced(placed: readonly Placed[], around: Around): readonly ReadPlaced[] {
  const { kind, field, columns, choice } = around
  const known = fieldsOf[kind][field]
  const sampled = (name: string) =>
    columns.find((own) => own.column === name) ?? { column: name, values: [] }
  const schemes =
    field === 'account'
      ? schemesBeside(
          kind,
          placed.map(({ column }) => column),
        )
      : new Map()
  return placed.map(({ column, reason, beside, partOf }) => {
    const scheme: string | undefined = schemes.get(column)
    const date = choice.dates?.[column]
    const { source, guess } = readColumn({ field, known, scheme }, sampled(column), date)
    const said = { field, column, reason, ...guess }
    if (partOf !== undefined) {
      const part = partOf.parts.find((own) => own.column === column)?.part
      return { source, partOf, guess: { ...said, ...(part !== undefined && { part }) } }
    }
    if (beside === undefined) return { source, guess: said }
    const platform = readColumn({ field: 'platform', known }, sampled(beside), undefined)
    const { map, samples } = platform.guess
    const inFront = { beside: { column: beside, samples }, ...(map !== undefined && { map }) }
    return { source, beside: platform.source, guess: { ...said, ...inFront } }
  })
}

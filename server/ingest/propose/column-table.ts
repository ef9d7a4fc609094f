import type { GuessReason } from '../../domain/proposal.ts'
import type { Field } from '../fields.ts'
import type { ColumnsOfAddress } from './address-columns.ts'
import type { SampledColumn } from './read-column.ts'

/** A column that was taken for a field. */
export interface Placed {
  readonly column: string
  readonly reason: GuessReason
  /** Another whose value stands in front of its own: a shop is named by its platform and its id there. */
  readonly beside?: string
  /** The address that it is a part of. */
  readonly partOf?: ColumnsOfAddress
}

/** By field, in the model's order, the columns that it is taken from. */
export type PlacedColumns = ReadonlyMap<string, readonly Placed[]>

/** Which columns are taken for which fields so far, and which are left. */
export type Table = ReturnType<typeof openTable>

export function openTable(
  known: Readonly<Record<string, Field>>,
  columns: readonly SampledColumn[],
) {
  const placed = new Map<string, Placed[]>()
  const left = new Map(columns.map((column) => [column.column, column]))
  const order = Object.keys(known)
  const place = (field: string, ...own: readonly Placed[]) => {
    placed.set(field, [...own])
    for (const { column, beside = column } of own) {
      left.delete(column)
      left.delete(beside)
    }
  }
  return {
    leaveOut: (column: string) => void left.delete(column),
    columnsLeft: () => [...left.values()],
    isFree: (field: string) => Object.hasOwn(known, field) && !placed.has(field),
    at: (field: string): readonly Placed[] => placed.get(field) ?? [],
    add: (field: string, one: Placed) => place(field, ...(placed.get(field) ?? []), one),
    replace: place,
    placed: () => new Map([...placed].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))),
  }
}

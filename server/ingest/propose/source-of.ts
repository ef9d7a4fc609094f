import type { ColumnSource, OneColumn, PartedAddress } from '../dataset-schema.ts'
import type { ColumnsOfAddress } from './address-columns.ts'
import type { ReadPlaced } from './read-placed.ts'

/** What a field is taken from: several columns together have all their values; the key of a shop is its platform and its id there, and half of one is none. */
export function sourceOf(read: readonly ReadPlaced[]): ColumnSource {
  const [first] = read
  if (first?.beside !== undefined) {
    return { columns: [first.beside, first.source], join: '/', whole: true }
  }
  const values = valuesOf(read)
  const [only] = values
  if (only !== undefined && values.length === 1) return only
  return { columns: [...values], join: '|' }
}

/** Each gives a value of its own; the parts of an address are one. */
function valuesOf(read: readonly ReadPlaced[]): readonly (OneColumn | PartedAddress)[] {
  const addresses = new Set(read.flatMap(({ partOf }) => partOf ?? []))
  return [
    ...read.filter(({ partOf }) => partOf === undefined).map(({ source }) => source),
    ...[...addresses].map((address) =>
      partedAddress(
        address,
        read.filter(({ partOf }) => partOf === address),
      ),
    ),
  ]
}

function partedAddress({ order }: ColumnsOfAddress, read: readonly ReadPlaced[]): PartedAddress {
  const parts = read.flatMap(({ source, guess: { part } }) =>
    part === undefined ? [] : [[part, source] as const],
  )
  return { address: Object.fromEntries(parts), ...(order === 'en' ? {} : { order }) }
}

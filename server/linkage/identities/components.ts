import { join, rootOf, singles } from '../union-find.ts'
import type { RecordPairs } from './block-records.ts'

/** By record, the smallest record that it is connected to by pairs that `joins` says yes to. */
export function componentsOf(
  records: number,
  { left, right }: RecordPairs,
  joins: (pair: number) => boolean,
): Int32Array {
  const parent = singles(records)
  for (let pair = 0; pair < left.length; pair++) {
    if (joins(pair)) join(parent, left[pair] as number, right[pair] as number)
  }
  for (let record = 0; record < records; record++) parent[record] = rootOf(parent, record)
  return parent
}

import type { RecordPairs } from './block-records.ts'

/** By record, the smallest record that it is connected to by pairs that `joins` says yes to. */
export function componentsOf(
  records: number,
  { left, right }: RecordPairs,
  joins: (pair: number) => boolean,
): Int32Array {
  const parent = Int32Array.from({ length: records }, (_, record) => record)
  for (let pair = 0; pair < left.length; pair++) {
    if (!joins(pair)) continue
    const a = rootOf(parent, left[pair] as number)
    const b = rootOf(parent, right[pair] as number)
    parent[Math.max(a, b)] = Math.min(a, b)
  }
  for (let record = 0; record < records; record++) parent[record] = rootOf(parent, record)
  return parent
}

/** The root of a record's tree; halves the path on the way, which changes no answer. */
export function rootOf(parent: Int32Array, record: number): number {
  let at = record
  while (parent[at] !== at) {
    const up = parent[parent[at] as number] as number
    parent[at] = up
    at = up
  }
  return at
}

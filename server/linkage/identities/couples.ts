import { largeIntegers } from '../../domain/columns/large-arrays.ts'
import type { RecordPairs } from './block-records.ts'

/** Pairs of clusters, with all pairs of records between them. */
export interface Couples {
  /** The two clusters of each couple, a smaller than b; ascending. */
  readonly a: Int32Array
  readonly b: Int32Array
  /** Records in the smaller of the two. */
  readonly smaller: Int32Array
  /** Cross pairs of couple c are number starts[c] … starts[c + 1] − 1. */
  readonly starts: Int32Array
  readonly cross: RecordPairs
}

/**
 * The clusters that `links` says are linked, each couple once.
 *
 * @param clusterOf by record, the smallest record of its cluster
 * @param mostCrossPairs couples with more are left out
 */
export function couplesOf(
  clusterOf: Int32Array,
  { left, right }: RecordPairs,
  links: (pair: number) => boolean,
  mostCrossPairs: number,
): Couples {
  const members = membersOf(clusterOf)
  const size = (cluster: number) => members.get(cluster)?.length ?? 0
  const records = clusterOf.length
  const seen = new Set<number>()
  for (let pair = 0; pair < left.length; pair++) {
    if (!links(pair)) continue
    const x = clusterOf[left[pair] as number] as number
    const y = clusterOf[right[pair] as number] as number
    if (x !== y && size(x) * size(y) <= mostCrossPairs)
      seen.add(Math.min(x, y) * records + Math.max(x, y))
  }
  const keys = Float64Array.from(seen).sort()
  const a = Int32Array.from(keys, (key) => Math.floor(key / records))
  const b = Int32Array.from(keys, (key) => key % records)
  const starts = largeIntegers(keys.length + 1)
  for (let couple = 0; couple < keys.length; couple++) {
    const pairs = size(a[couple] as number) * size(b[couple] as number)
    starts[couple + 1] = (starts[couple] as number) + pairs
  }
  const smaller = a.map((cluster, couple) => Math.min(size(cluster), size(b[couple] as number)))
  return { a, b, smaller, starts, cross: crossOf(a, b, members, starts[keys.length] as number) }
}

type Members = ReadonlyMap<number, readonly number[]>

function membersOf(clusterOf: Int32Array): Members {
  const members = new Map<number, number[]>()
  for (let record = 0; record < clusterOf.length; record++) {
    const cluster = clusterOf[record] as number
    const own = members.get(cluster)
    if (own === undefined) members.set(cluster, [record])
    else own.push(record)
  }
  return members
}

function crossOf(a: Int32Array, b: Int32Array, members: Members, pairs: number): RecordPairs {
  const left = largeIntegers(pairs)
  const right = largeIntegers(pairs)
  let pair = 0
  for (let couple = 0; couple < a.length; couple++) {
    for (const x of members.get(a[couple] as number) ?? []) {
      for (const y of members.get(b[couple] as number) ?? []) {
        left[pair] = x
        right[pair++] = y
      }
    }
  }
  return { left, right }
}

import { largeIntegers, largeNumbers } from '../../domain/columns/large-arrays.ts'
import { rootOf } from '../union-find.ts'

/** Compared pairs and what each counts; whole numbers, so that sums are exact and the same in any order. */
export interface CountedPairs {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly units: Float64Array
}

/** Clusters join while the mean is above `above`; a cross pair that was not compared counts `unseen`, which is not above it. */
export interface Bar {
  readonly above: number
  readonly unseen: number
}

/**
 * Nearest-neighbor chains: walk from a cluster to its nearest one until two are nearest to each other, join them, walk on. By record, the
 * smallest record of its cluster.
 */
export function chainJoin(records: number, pairs: CountedPairs, bar: Bar): Int32Array {
  const clusters = startAlone(records, pairs)
  const { parent } = clusters
  for (let start = 0; start < records; start++)
    if (parent[start] === start) walk(clusters, start, bar)
  for (let record = 0; record < records; record++) parent[record] = rootOf(parent, record)
  return parent
}

/** Walks and joins until the cluster that `start` has come to lie in has no neighbor above the bar. */
function walk(clusters: Clusters, start: number, bar: Bar): void {
  const chain = [start]
  for (let tip = chain.at(-1); tip !== undefined; tip = chain.at(-1)) {
    const before = chain.at(-2) ?? -1
    const next = nearest(clusters, tip, before, bar)
    if (next < 0) return
    if (next !== before) {
      chain.push(next)
      continue
    }
    chain.length -= 2
    join(clusters, Math.min(tip, before), Math.max(tip, before))
    if (chain.length === 0) chain.push(rootOf(clusters.parent, tip))
  }
}

/** Every cluster keeps a linked list of half-edges to its neighbors, so that joining two is one splice. */
interface Clusters {
  readonly parent: Int32Array
  readonly size: Int32Array
  readonly head: Int32Array
  readonly tail: Int32Array
  readonly next: Int32Array
  readonly target: Int32Array
  readonly sum: Float64Array
  readonly seen: Int32Array
  /** Half-edge to a neighbor in the list being read, valid where `stamp` is the reading's number. */
  readonly slot: Int32Array
  readonly stamp: Int32Array
  readings: number
}

function startAlone(records: number, { left, right, units }: CountedPairs): Clusters {
  const halves = 2 * left.length
  const clusters: Clusters = {
    parent: Int32Array.from({ length: records }, (_, record) => record),
    size: largeIntegers(records).fill(1),
    head: largeIntegers(records).fill(-1),
    tail: largeIntegers(records).fill(-1),
    next: largeIntegers(halves).fill(-1),
    target: largeIntegers(halves),
    sum: largeNumbers(halves),
    seen: largeIntegers(halves).fill(1),
    slot: largeIntegers(records),
    stamp: largeIntegers(records),
    readings: 0,
  }
  for (let half = 0; half < halves; half++) {
    const pair = half >> 1
    const [from, to] = (half & 1) === 0 ? [left, right] : [right, left]
    clusters.target[half] = to[pair] as number
    clusters.sum[half] = units[pair] as number
    append(clusters, from[pair] as number, half, half)
  }
  return clusters
}

function append(clusters: Clusters, cluster: number, first: number, last: number): void {
  const end = clusters.tail[cluster] as number
  if (end < 0) clusters.head[cluster] = first
  else clusters.next[end] = first
  clusters.tail[cluster] = last
}

function join(clusters: Clusters, kept: number, gone: number): void {
  clusters.parent[gone] = kept
  clusters.size[kept] = (clusters.size[kept] as number) + (clusters.size[gone] as number)
  const first = clusters.head[gone] as number
  if (0 <= first) append(clusters, kept, first, clusters.tail[gone] as number)
}

/** The neighbor with the highest mean above the bar, −1 when there is none; among equals the one we came from, then the smallest. */
function nearest(clusters: Clusters, cluster: number, before: number, bar: Bar): number {
  gather(clusters, cluster)
  let best = -1
  let bestMean = bar.above
  for (
    let half = clusters.head[cluster] as number;
    0 <= half;
    half = clusters.next[half] as number
  ) {
    const other = clusters.target[half] as number
    const cross = (clusters.size[cluster] as number) * (clusters.size[other] as number)
    const unseen = bar.unseen * (cross - (clusters.seen[half] as number))
    const mean = ((clusters.sum[half] as number) + unseen) / cross
    const wins =
      bestMean < mean ||
      (mean === bestMean && 0 <= best && (other === before || (best !== before && other < best)))
    if (!wins) continue
    best = other
    bestMean = mean
  }
  return best
}

/** Leaves one half-edge to each neighbor as it is now; edges that have come to lie inside are dropped. */
function gather(clusters: Clusters, cluster: number): void {
  const { parent, next, target, sum, seen, slot, stamp } = clusters
  const reading = ++clusters.readings
  let last = -1
  for (let half = clusters.head[cluster] as number; 0 <= half; half = next[half] as number) {
    const other = rootOf(parent, target[half] as number)
    if (other === cluster) continue
    if (stamp[other] === reading) {
      const kept = slot[other] as number
      sum[kept] = (sum[kept] as number) + (sum[half] as number)
      seen[kept] = (seen[kept] as number) + (seen[half] as number)
      continue
    }
    stamp[other] = reading
    slot[other] = half
    target[half] = other
    if (last < 0) clusters.head[cluster] = half
    else next[last] = half
    last = half
  }
  if (last < 0) clusters.head[cluster] = -1
  else next[last] = -1
  clusters.tail[cluster] = last
}

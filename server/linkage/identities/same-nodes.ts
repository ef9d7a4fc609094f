import type { RecordPairs } from './block-records.ts'

/** Another node that is taken for the same thing, and how sure that is. */
export interface SameNode {
  readonly key: string
  /** log₂ of the odds against the member that it is most like. */
  readonly bits: number
}

/** Things that are one although several nodes tell of them. */
export interface SameNodes {
  /** The node that stands for its cluster, by member; those that are alone are absent. */
  readonly standsFor: ReadonlyMap<string, string>
  /** The others of its cluster, by the node that stands for them, sorted by key. */
  readonly others: ReadonlyMap<string, readonly SameNode[]>
}

/**
 * Clusters of records as nodes: the first key of each stands for it.
 *
 * @param keys of the records, sorted
 * @param clusterOf by record, the first record of its cluster
 */
export function sameNodes(
  keys: readonly string[],
  clusterOf: Int32Array,
  pairs: RecordPairs,
  bits: Float64Array,
): SameNodes {
  const best = new Float64Array(keys.length).fill(Number.NEGATIVE_INFINITY)
  for (const [pair, own] of bits.entries()) {
    const [a, b] = [pairs.left[pair] as number, pairs.right[pair] as number]
    if (clusterOf[a] !== clusterOf[b]) continue
    best[a] = Math.max(best[a] as number, own)
    best[b] = Math.max(best[b] as number, own)
  }
  const standsFor = new Map<string, string>()
  const others = new Map<string, SameNode[]>()
  for (const [place, key] of keys.entries()) {
    const first = keys[clusterOf[place] as number] ?? key
    if (first === key) continue
    standsFor.set(key, first).set(first, first)
    others.set(first, [...(others.get(first) ?? []), { key, bits: best[place] as number }])
  }
  return { standsFor, others }
}

import { unknownLevel } from '../learn/patterns.ts'
import type { RecordPairs } from './block-records.ts'
import { type Couples, couplesOf } from './couples.ts'
import type { Weighed } from './weigh-records.ts'

/** When two clusters are compared as wholes, and when they join. */
export interface ClusterOptions {
  /** Clusters are compared when some pair between them weighs more than this many bits. */
  readonly comparedFrom: number
  /** They join above this many bits. */
  readonly above: number
  /** How much of a channel's worth is its best pair's, the rest being the mean of all pairs. */
  readonly best: number
  /** Clusters with more cross pairs than this are left as they are. */
  readonly mostCrossPairs: number
}

/** What one channel may say against two clusters at most, in bits. */
const mostAgainst = 20

/**
 * One pass over clusters as wholes: W(A, B) = prior + Σ over channels of a mean of the best and the average worth between their records, so
 * that what one record lacks another of its cluster supplies. What speaks against counts more where each side has several records that say so:
 * one slip of the pen does not repeat itself. Best first, each cluster once.
 *
 * @param clusterOf by record, the smallest record of its cluster
 * @returns the same, with some clusters joined
 */
export function joinClusters(
  clusterOf: Int32Array,
  pairs: RecordPairs,
  weighed: Weighed,
  { comparedFrom, above, best, mostCrossPairs }: ClusterOptions,
): Int32Array {
  const links = (pair: number) => comparedFrom < (weighed.bits[pair] as number)
  const couples = couplesOf(clusterOf, pairs, links, mostCrossPairs)
  const bits = coupleBits(couples, weighed, best)
  const order = [...bits.keys()]
    .filter((couple) => above < (bits[couple] as number))
    .sort((x, y) => (bits[y] as number) - (bits[x] as number) || x - y)
  const into = Int32Array.from(clusterOf.keys())
  const taken = new Set<number>()
  for (const couple of order) {
    const a = couples.a[couple] as number
    const b = couples.b[couple] as number
    if (taken.has(a) || taken.has(b)) continue
    taken.add(a).add(b)
    into[b] = a
  }
  return clusterOf.map((cluster) => into[cluster] as number)
}

function coupleBits(
  { smaller, starts, cross }: Couples,
  { compare, prior, worth }: Weighed,
  best: number,
): Float64Array {
  const bits = new Float64Array(smaller.length).fill(prior)
  for (const [channel, level] of compare(cross).entries()) {
    const own = worth[channel] as Float64Array
    for (let couple = 0; couple < bits.length; couple++) {
      const levels = level.subarray(starts[couple], starts[couple + 1])
      const said = blend(levels, own, best)
      const repeated = 1 + Math.log2(smaller[couple] as number)
      const counts = said < 0 ? Math.max(-mostAgainst, said * repeated) : said
      bits[couple] = (bits[couple] as number) + counts
    }
  }
  return bits
}

/** What one channel says of two clusters; nothing where no pair of them has both values. */
function blend(levels: Uint8Array, worth: Float64Array, best: number): number {
  let most = Number.NEGATIVE_INFINITY
  let sum = 0
  let known = 0
  for (let pair = 0; pair < levels.length; pair++) {
    const level = levels[pair] as number
    if (level === unknownLevel) continue
    const own = worth[level] as number
    if (most < own) most = own
    sum += own
    known++
  }
  return known === 0 ? 0 : best * most + ((1 - best) * sum) / known
}

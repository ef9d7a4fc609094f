import type { RecordPairs } from './block-records.ts'
import { type CountedPairs, chainJoin } from './chain-join.ts'
import { componentsOf } from './components.ts'

/** What joining costs and gains, in bits. */
export interface JoinOptions {
  /** Two clusters join while their mean bits are above it. */
  readonly above: number
  /** What a pair counts that blocking never proposed. */
  readonly unseen: number
  /** One pair counts no more and no less than this. */
  readonly most: number
  readonly least: number
}

/** Bits are counted in units of 1/1024, so that sums are exact and come out the same in any order. */
const unit = 1024

/**
 * Puts records together whose bits agree on the whole: clusters join, best first, while the mean over all their cross pairs stays above the bar
 * (average linkage; Sokal and Michener 1958), so that one weak bridge never joins two cliques. By nearest-neighbor chains (Murtagh 1983,
 * doi:10.1093/comjnl/26.4.354), which give what greedy joining gives because a joined mean never exceeds the larger of the two it came from.
 * Sparse: pairs that were not compared cost nothing to keep.
 *
 * @param bits by pair, prior included
 * @returns by record, the smallest record of its cluster
 */
export function joinRecords(
  records: number,
  pairs: RecordPairs,
  bits: Float64Array,
  options: JoinOptions,
): Int32Array {
  const counted = countedPairs(records, pairs, bits, options)
  return chainJoin(records, counted, { above: unit * options.above, unseen: unit * options.unseen })
}

/** Only pairs inside one component of the pairs above the bar can have a say. */
function countedPairs(
  records: number,
  { left, right }: RecordPairs,
  bits: Float64Array,
  { above, most, least }: JoinOptions,
): CountedPairs {
  const component = componentsOf(records, { left, right }, (pair) => above < (bits[pair] as number))
  const kept: number[] = []
  for (let pair = 0; pair < left.length; pair++) {
    if (component[left[pair] as number] === component[right[pair] as number]) kept.push(pair)
  }
  return {
    left: Int32Array.from(kept, (pair) => left[pair] as number),
    right: Int32Array.from(kept, (pair) => right[pair] as number),
    units: Float64Array.from(kept, (pair) =>
      Math.round(unit * Math.min(most, Math.max(least, bits[pair] as number))),
    ),
  }
}

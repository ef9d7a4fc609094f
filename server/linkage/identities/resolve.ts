import { blockRecords, type RecordPairs } from './block-records.ts'
import type { IdentityTable } from './identity-table.ts'
import { joinClusters } from './join-clusters.ts'
import { joinRecords } from './join-records.ts'
import { type Weighed, weighRecords } from './weigh-records.ts'

/** Which records are one, and what that stands on. */
export interface Resolved {
  /** By record, the smallest record of its cluster. */
  readonly clusterOf: Int32Array
  /** The pairs that were compared, and what they weigh. */
  readonly pairs: RecordPairs
  readonly weighed: Weighed
}

/** A pair that blocking never proposed counts half a chance; strong differences of one pair do not undo what its cluster agrees on. */
const recordOptions = { above: 0, unseen: -1, most: 20, least: -5 }
const clusterOptions = { comparedFrom: -6, above: 0, best: 0.3, mostCrossPairs: 400 }

/**
 * Says which records of a table are one person, company or factory, without labels: proposes pairs, learns what agreement in each channel is
 * worth, joins records and then clusters. Same table in the same order, same answer; the seed picks the random pairs that chance is measured on.
 *
 * @param pairBudget most pairs that one rule of blocking may propose; about 40 bytes a pair
 */
export function resolve(
  table: IdentityTable,
  { seed, pairBudget }: { readonly seed: number; readonly pairBudget: number },
): Resolved {
  const pairs = blockRecords(table.rules, pairBudget)
  const weighed = weighRecords(table, pairs, seed)
  const joined = joinRecords(table.records, pairs, weighed.bits, recordOptions)
  const clusterOf = joinClusters(joined, pairs, weighed, clusterOptions)
  return { clusterOf, pairs, weighed }
}

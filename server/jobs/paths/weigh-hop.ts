import type { PathHop } from '../../domain/path.ts'
import type { Relation } from './relation.ts'

/** How common the values are that ways pass. */
export interface Commonness {
  /** Shops that hold a node; absent for shops and for the two ends, which nobody has to guess. */
  readonly holders: ReadonlyMap<string, number>
  /** Nodes that count for nothing as identity. */
  readonly hubs: ReadonlySet<string>
}

type Reason = PathHop['because'][number]

const undatedReason: Reason = 'undated'

/** What a single hop is worth and why. */
export type Weight = Pick<PathHop, 'strength' | 'because' | 'holders'>

/**
 * A link is as strong as it is probable. An observed relation is as strong as its records, times the chance of coming to this
 * holder of the value and no other: a value that h shops hold leads on to h − 1 others, and each of the two hops that pass it
 * takes the square root, so that both together take all of it.
 */
export function weigh(relation: Relation, { holders, hubs }: Commonness): Weight {
  const { link, edge } = relation
  if (link !== undefined) return { strength: link.probability, because: ['derived'] }
  const ends = [relation.from, relation.to]
  const held = Math.max(0, ...ends.map((end) => holders.get(end) ?? 0))
  const share = ends.reduce((product, end) => product * shareOf(holders.get(end) ?? 0), 1)
  const hub = ends.some((end) => hubs.has(end))
  const undated = edge.firstSeen === undefined && edge.lastSeen === undefined
  return {
    strength: supportOf(edge.records.length) * share * (hub ? hubFactor : 1),
    because: [
      recordsReason(edge.records.length),
      ...(held === 0 ? [] : [commonReason(held, hub)]),
      ...(undated ? [undatedReason] : []),
    ],
    ...(0 < held && { holders: held }),
  }
}

/** What counts for nothing as identity still joins, but stands behind all that counts. */
const hubFactor = 0.1

function shareOf(holders: number): number {
  return 1 / Math.sqrt(Math.max(1, holders - 1))
}

/** One record may err; what several say is surer, and nothing is sure. */
function supportOf(records: number): number {
  return records === 0 ? 0.5 : 1 - 0.2 / records
}

function recordsReason(records: number): Reason {
  if (records === 0) return 'no_record'
  return records === 1 ? 'one_record' : 'records'
}

function commonReason(held: number, hub: boolean): Reason {
  if (hub) return 'hub'
  return held <= 2 ? 'rare_value' : 'shared_value'
}

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
export function weigh(relation: Relation, commonness: Commonness): Weight {
  const { link, edge, from, to } = relation
  const strength = strengthOf(relation, commonness)
  if (link !== undefined) return { strength, because: ['derived'] }
  const { holders, hubs } = commonness
  const held = Math.max(holders.get(from) ?? 0, holders.get(to) ?? 0)
  const hub = hubs.has(from) || hubs.has(to)
  const undated = edge.firstSeen === undefined && edge.lastSeen === undefined
  return {
    strength,
    because: [
      recordsReason(edge.records),
      ...(held === 0 ? [] : [commonReason(held, hub)]),
      ...(undated ? [undatedReason] : []),
    ],
    ...(0 < held && { holders: held }),
  }
}

/** The same number without its reasons: a search asks for it of every relation that it read. */
export function strengthOf(relation: Relation, { holders, hubs }: Commonness): number {
  const { link, edge, from, to } = relation
  if (link !== undefined) return link.probability
  const share = shareOf(holders.get(from) ?? 0) * shareOf(holders.get(to) ?? 0)
  return supportOf(edge.records) * share * (hubs.has(from) || hubs.has(to) ? hubFactor : 1)
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

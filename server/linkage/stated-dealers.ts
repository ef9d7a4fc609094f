import { compareText } from '../domain/canonical.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { LedgerValue } from '../domain/link.ts'
import type { Encoded } from './encode.ts'

/** By pair of shops, see {@link pairNumber}: what a source says of the one that sells the goods of the other. */
export type Dealers = ReadonlyMap<number, LedgerValue>

/** The third outcome of a pair, and what it stands on. */
export interface SupplyOutcome {
  readonly probability: number
  /** What place and catalogue are worth as signs of one supply. */
  readonly bits: number
  /** Where a source says that one deals for the other. */
  readonly stated?: LedgerValue | undefined
}

/**
 * How far a source is believed that says one shop is a dealer of another; an assumption. It says nothing of who runs them: of what is not one controller's,
 * this much is common supply.
 */
const believed = 0.95

/** One number for a pair of places, `a` < `b`. */
export function pairNumber({ shops }: Encoded, a: number, b: number): number {
  return a * shops.length + b
}

/** The pairs of which some source says that one sells the goods of the other. */
export function statedDealers(encoded: Encoded, edges: readonly GraphEdge[]): Dealers {
  const dealers = new Map<number, LedgerValue>()
  const stated = edges.filter(({ type }) => type === 'RESELLS_FOR')
  for (const edge of stated.toSorted(byEnds)) {
    const places = [encoded.placeOf.get(edge.from), encoded.placeOf.get(edge.to)]
    const [a, b] = places.filter((place) => place !== undefined).toSorted((x, y) => x - y)
    if (a !== undefined && b !== undefined && a !== b)
      dealers.set(pairNumber(encoded, a, b), statementOf(edge))
  }
  return dealers
}

/** The places of those pairs: they are weighed whether or not they share anything. */
export function placesOfDealers({ shops }: Encoded, dealers: Dealers): [number, number][] {
  return [...dealers.keys()].map((pair) => [Math.floor(pair / shops.length), pair % shops.length])
}

/** A statement raises the probability of common supply and never lowers it; `controller` is the probability of one controller, which it leaves alone. */
export function withStatement(
  supply: SupplyOutcome,
  controller: number,
  stated: LedgerValue | undefined,
): SupplyOutcome {
  if (stated === undefined) return supply
  const probability = Math.max(supply.probability, believed * (1 - controller))
  return { ...supply, probability, stated }
}

/** Where both say it of each other, the later of the two stands. */
function byEnds(x: GraphEdge, y: GraphEdge): number {
  return compareText(x.from, y.from) || compareText(x.to, y.to)
}

function statementOf({ to, properties, records, firstSeen, lastSeen }: GraphEdge): LedgerValue {
  const { literal } = properties
  return {
    literal: typeof literal === 'string' ? literal : to,
    key: to,
    records: [...records],
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
  }
}

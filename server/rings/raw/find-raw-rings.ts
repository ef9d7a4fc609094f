import { leiden } from '../kernel/leiden.ts'
import { degreesOf } from '../kernel/objective.ts'
import { type Cap, capFor } from './cap.ts'
import { corroborated } from './gate.ts'
import { ownersOf } from './homes.ts'
import { degreeOf, type Incidence } from './incidence.ts'
import { partsOf } from './parts.ts'
import { pairsWithin, projected } from './project.ts'
import { candidatesOf, takenBack } from './single-ties.ts'

export interface RawOptions {
  /** Pairs of shops that identifiers may make in all. */
  readonly budget: number
  readonly seed: number
}

/** What became of an identifier: it joined shops, more shops have it than the cap allows, or its shops have too little else in common. */
export const uses = ['used', 'over_cap', 'uncorroborated'] as const

/** Rings by the numbers of an incidence; every shop is in one ring, a candidate, or neither. */
export interface RawRings {
  /** By shop, its ring, numbered from 0 in the order of first shops, or −1. */
  readonly ringOf: Int32Array
  readonly rings: number
  /** By shop 1 where two distinct identifiers hold it in its ring, 0 where one of the ring's own does. */
  readonly heldByTwo: Uint8Array
  /** By shop, −1 where it is no candidate; the ring that it may belong to; or the number of rings where it hangs together with others by one identifier and none of them is in a ring. */
  readonly candidateOf: Int32Array
  /** By identifier, the place of its use in {@link uses}. */
  readonly useOf: Uint8Array
  readonly cap: Cap
  /** Pairs that were made of what passed the gate, repeated ones counted each time. */
  readonly pairs: number
}

/**
 * Two parts belong together where the weight between them reaches this times the memberships of the one times those of the other: γ / 2m held constant, so that a ring is judged alike however many
 * strangers surround it. With γ itself constant, eight times the shops halved the agreement.
 */
const resolution = 1e-4

/**
 * Rings in bare memberships, for data without labels, times and enough fields to weigh pairs by. No probability comes of it.
 *
 * Identifiers over a cap are left out and those without corroboration (gate.ts), the rest projected onto shops (project.ts) and divided by Leiden at an absolute resolution; of each community those parts are
 * rings that no single identifier holds together (parts.ts). A shop outside with one identifier is taken back where that is the ring's own; all others that hang on one are candidates. The same memberships give the same rings.
 */
export function findRawRings(incidence: Incidence, { budget, seed }: RawOptions): RawRings {
  const degrees = Int32Array.from({ length: incidence.identifiers }, (_, identifier) =>
    degreeOf(incidence, identifier),
  )
  const cap = capFor(degrees, budget)
  const allowed = Uint8Array.from(degrees, (degree) => Number(degree <= cap.degree))
  const passed = corroborated(incidence, allowed, seed)
  const graph = projected(incidence, passed)
  const total = degreesOf(graph).reduce((sum, degree) => sum + degree, 0)
  const communities = leiden(graph, {
    quality: 'modularity',
    resolution: resolution * total,
    seed,
  })
  const owners = ownersOf(incidence, allowed, communities)
  const { ringOf: tied, rings } = ringsAmong(partsOf(incidence, communities, owners))
  const ringOf = takenBack(incidence, allowed, tied)
  const joins = passed.map((isPassed, identifier) =>
    Number(isPassed === 1 || 0 <= (owners[identifier] as number)),
  )
  return {
    ringOf,
    rings,
    heldByTwo: Uint8Array.from(tied, (ring) => Number(0 <= ring)),
    candidateOf: candidatesOf(incidence, joins, ringOf, rings),
    useOf: joins.map((isUsed, k) => (isUsed === 1 ? 0 : 1 + (allowed[k] as number))),
    cap,
    pairs: pairsWithin(incidence, passed),
  }
}

/** Parts of two shops and more, numbered in the order of their first shops; −1 for a shop by itself. */
function ringsAmong(parts: Int32Array): { readonly ringOf: Int32Array; readonly rings: number } {
  const sizes = new Int32Array(parts.length)
  for (const part of parts) sizes[part] = (sizes[part] as number) + 1
  const numbers = new Int32Array(parts.length).fill(-1)
  let rings = 0
  const ringOf = parts.map((part) => {
    if ((sizes[part] as number) < 2) return -1
    if ((numbers[part] as number) < 0) numbers[part] = rings++
    return numbers[part] as number
  })
  return { ringOf, rings }
}

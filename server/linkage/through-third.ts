import {
  type Bits,
  bitsToProbability,
  type Probability,
  probabilityToBits,
} from '../domain/units.ts'
import { agreedVerdict } from './decisions.ts'
import type { ScoredPair } from './market.ts'

/** A third shop that is more likely than not of one controller with either of two. */
export interface Third {
  /** Its place. */
  readonly shop: number
  /** That the first and it are of one controller, and that the second and it are, each by its own evidence. */
  readonly a: Probability
  readonly b: Probability
  /** Log-odds that both hold, which makes the two one controller's. */
  readonly bits: Bits
}

/** A shop that is no more likely one controller's than not leads nowhere. */
const leastLeg = 0.5

/**
 * Pairs that a third shop ties surer than what they have in common: if one controller runs a and c, and c and b, then a and b too, so that P(a, b) is at least P(a, c) · P(c, b), the two taken as
 * independent of each other. Legs count by their own evidence alone, so that nothing is passed on twice. What people decided of a pair stands. Which supply two shops share is left as probable as before among what
 * is not one controller's. In the order of the pairs.
 */
export function throughThirds(scored: readonly ScoredPair[]): ScoredPair[] {
  const legs = legsOf(scored)
  return scored.map((pair) => {
    if (agreedVerdict(pair.decisions) !== undefined) return pair
    const third = surestThird(legs.get(pair.a), legs.get(pair.b))
    return third === undefined ? pair : raised(pair, third)
  })
}

type Legs = ReadonlyMap<number, Probability>

/** By shop, the shops that are more likely than not of one controller with it. */
export function legsOf(scored: readonly ScoredPair[]): ReadonlyMap<number, Legs> {
  const legs = new Map<number, Map<number, Probability>>()
  const add = (from: number, to: number, probability: Probability) => {
    const own = legs.get(from)
    if (own === undefined) legs.set(from, new Map([[to, probability]]))
    else own.set(to, probability)
  }
  for (const { a, b, probability } of scored) {
    if (probability < leastLeg) continue
    add(a, b, probability)
    add(b, a, probability)
  }
  return legs
}

/** Of equally sure ones the first by place. */
function surestThird(ofA: Legs | undefined, ofB: Legs | undefined): Third | undefined {
  if (ofA === undefined || ofB === undefined) return undefined
  let best = 0
  let shop = -1
  for (const [third, a] of ofA) {
    const both = a * (ofB.get(third) ?? 0)
    if (both < best || both === 0 || (both === best && shop < third)) continue
    best = both
    shop = third
  }
  const [a, b] = [ofA.get(shop), ofB.get(shop)]
  return a === undefined || b === undefined
    ? undefined
    : { shop, a, b, bits: probabilityToBits(best) }
}

function raised(pair: ScoredPair, third: Third): ScoredPair {
  const probability = bitsToProbability(third.bits)
  if (probability <= pair.probability) return pair
  const left = (1 - probability) / (1 - pair.probability)
  const supply = { ...pair.supply, probability: pair.supply.probability * left }
  return { ...pair, probability, supply, third }
}

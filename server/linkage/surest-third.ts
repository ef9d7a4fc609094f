import { type Bits, type Probability, probabilityToBits } from '../domain/units.ts'
import type { ScoredPair } from './market.ts'

/** A third shop that is more likely than not of one controller with either of two. */
export interface Third {
  /** Its place. */
  readonly shop: number
  /** That the first and it are of one controller, and that the second and it are: each by what was weighed of the two, or surer by another third shop than either of these. */
  readonly a: Probability
  readonly b: Probability
  /** Log-odds that both hold, which makes the two one controller's. */
  readonly bits: Bits
}

/** A shop that is no more likely one controller's than not leads nowhere. */
const leastLeg = 0.5

/** For a pair, the third that makes it surest; of equally sure ones the first by place. */
export function surestThirds(
  scored: readonly ProbablePair[],
): (pair: Pick<ScoredPair, 'a' | 'b'>) => Third | undefined {
  const bare = legsOf(scored)
  const legs = new Map<number, Map<number, Leg>>()
  for (const [from, own] of bare) {
    const told = [...own].map(([to, leg]) => [to, legOf(leg, own, bare.get(to))] as const)
    legs.set(from, new Map(told))
  }
  const none: ReadonlyMap<number, Leg> = new Map()
  return ({ a, b }) => {
    const ofB = legs.get(b) ?? none
    let best: Omit<Third, 'bits'> | undefined
    for (const [shop, first] of legs.get(a) ?? none) {
      const second = ofB.get(shop)
      if (second === undefined) continue
      const third = { shop, a: but(first, b), b: but(second, a) }
      if (best === undefined || isSurer(third, best)) best = third
    }
    return best && { ...best, bits: probabilityToBits(best.a * best.b) }
  }
}

type ProbablePair = Pick<ScoredPair, 'a' | 'b' | 'probability'>
type Legs = ReadonlyMap<number, Probability>

/** By shop, the shops that are more likely than not of one controller with it. */
export function legsOf(scored: readonly ProbablePair[]): ReadonlyMap<number, Legs> {
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

/** How sure a leg is to a shop: by itself, by the surest third, and by the surest but that one. */
interface Leg {
  readonly own: Probability
  readonly surest: number
  readonly by: number
  readonly next: number
}

function isSurer(one: Omit<Third, 'bits'>, other: Omit<Third, 'bits'>): boolean {
  const [own, before] = [one.a * one.b, other.a * other.b]
  return before < own || (own === before && one.shop < other.shop)
}

/** A leg with what third shops make of it, by the bare legs of both its ends. */
function legOf(own: Probability, ofOne: Legs, ofOther: Legs | undefined): Leg {
  let [surest, by, next] = [0, -1, 0]
  for (const [third, one] of ofOne) {
    const both = one * (ofOther?.get(third) ?? 0)
    if (surest < both) {
      next = surest
      surest = both
      by = third
    } else if (next < both) next = both
  }
  return { own, surest, by, next }
}

/** How sure a leg is without what one shop makes of it. */
function but({ own, surest, by, next }: Leg, shop: number): Probability {
  return Math.max(own, by === shop ? next : surest) as Probability
}

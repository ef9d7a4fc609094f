import { bitsToProbability, probabilityToBits } from '../domain/units.ts'
import { agreedVerdict } from './decisions.ts'
import type { ScoredPair } from './market.ts'
import { surestThirds, type Third } from './surest-third.ts'
import { takenByThirds, untiedBits } from './untied.ts'

/**
 * Pairs that a third shop ties surer than what they have in common: if one controller runs a and c, and c and b, then a and b too, so that P(a, b) is at least P(a, c) · P(c, b), the two taken as
 * independent of each other; and pairs that none ties, which are less sure by what is `taken` off such ({@link takenByThirds}). A leg counts by what was weighed of it alone or by what another
 * third makes of it, never by way of the pair itself. What people decided of a pair stands. Which supply two shops share is left as probable as before among what is not one controller's. In
 * the order of the pairs.
 */
export function throughThirds(scored: readonly ScoredPair[], taken: Float64Array): ScoredPair[] {
  const surest = surestThirds(scored)
  return scored.map((pair) => {
    if (agreedVerdict(pair.decisions) !== undefined) return pair
    const third = surest(pair)
    if (third === undefined) return lowered(pair, taken)
    return third.bits <= probabilityToBits(pair.probability) ? pair : raised(pair, third)
  })
}

/** What third shops take from the pairs that they do not tie, among these. */
export function learnTaken(scored: readonly ScoredPair[]): Float64Array {
  const surest = surestThirds(scored)
  const undecided = scored.filter(({ decisions }) => agreedVerdict(decisions) === undefined)
  return takenByThirds(
    undecided.map((pair) => {
      const bits = probabilityToBits(pair.probability)
      const third = surest(pair)
      return { bits, tied: third && Math.max(bits, third.bits) }
    }),
  )
}

function raised(pair: ScoredPair, third: Third): ScoredPair {
  const { a, b, gap, together, decisions, evidenceBits } = pair
  const own = moved(pair, third.bits)
  return { a, b, gap, together, decisions, evidenceBits, ...own, third }
}

function lowered(pair: ScoredPair, taken: Float64Array): ScoredPair {
  const bits = probabilityToBits(pair.probability)
  const less = untiedBits(taken, bits)
  if (less === 0) return pair
  const { a, b, gap, together, decisions, evidenceBits } = pair
  const own = moved(pair, bits + less)
  return { a, b, gap, together, decisions, evidenceBits, ...own, untied: true }
}

/** What one controller gains or loses, the other outcomes lose or gain alike. */
function moved(pair: ScoredPair, bits: number): Pick<ScoredPair, 'probability' | 'supply'> {
  const probability = bitsToProbability(bits)
  const left = (1 - probability) / (1 - pair.probability)
  const supply = { ...pair.supply, probability: pair.supply.probability * left }
  return { probability, supply }
}

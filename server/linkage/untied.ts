import { bitsToProbability } from '../domain/units.ts'
import { at } from './key-column.ts'

/** A weighed pair that nobody decided on. */
export interface Weighed {
  /** Log-odds of one controller by the pair's own evidence. */
  readonly bits: number
  /** The same with what the surest third shop makes of it; undefined where none ties the two. */
  readonly tied: number | undefined
}

/** Middles of bins of one bit each, from well under a link to where evidence is taken at its word. Outside, what is taken off runs out to nothing. */
const first = -4.5
const bins = 13
const runOut = 3
/** More than this many bits is never taken: a sum that small is mostly what it was before. */
const mostBits = 3
/** So many pairs of a bin are thought to be tied as often as not, so that a few say little. */
const usualPairs = 5
/** What own evidence says of all pairs together is itself too little where third shops tie many: half of what they gained is taken from the others. */
const takenShare = 0.5
/** A bit more of evidence is never worth less than this. */
const leastStep = 0.05

/** Nothing is taken. */
export const untakenBits: Float64Array = new Float64Array(bins)

/**
 * By bin of own evidence, the bits (0 or less) by which a pair that no third shop ties is less probable than its evidence says. Weights are learnt over all pairs, so that what they say is
 * right of those that a third shop ties and of those that none does taken together; where the tied ones are surer, the others are less sure by as much as keeps the whole. So adding what is
 * taken never puts more evidence below less. Depends on the order of the pairs in the last digit.
 */
export function takenByThirds(pairs: Iterable<Weighed>): Float64Array {
  const all = masses()
  const tied = masses()
  for (const { bits, tied: through } of pairs) {
    const bin = Math.floor(bits - first + 0.5)
    if (bin < 0 || bins <= bin) continue
    add(all, bin, bits)
    if (through !== undefined) add(tied, bin, through)
  }
  const taken = Float64Array.from(all.same, (same, bin) => {
    const apart = at(all.apart, bin)
    const usual = usualPairs * bitsToProbability(first + bin)
    const logOdds = (one: number, two: number) =>
      Math.log2((one + usual) / (two + usualPairs - usual))
    const left = Math.max(same * 2 ** -mostBits, same - at(tied.same, bin))
    const change = logOdds(left, apart - at(tied.apart, bin)) - logOdds(same, apart)
    return takenShare * Math.max(-mostBits, Math.min(0, change))
  })
  for (let bin = 1; bin < bins; bin++)
    taken[bin] = Math.max(at(taken, bin), at(taken, bin - 1) - 1 + leastStep)
  return taken
}

/** What is taken off a pair with so many bits of its own, 0 or less: linear between the middles of bins. */
export function untiedBits(taken: Float64Array, bits: number): number {
  const place = bits - first
  const last = bins - 1
  if (place <= 0) return at(taken, 0) * Math.max(0, 1 + place / runOut)
  if (last <= place) return at(taken, last) * Math.max(0, 1 - (place - last) / runOut)
  const bin = Math.floor(place)
  const above = place - bin
  return at(taken, bin) * (1 - above) + at(taken, Math.min(last, bin + 1)) * above
}

/** Of every bin, how many pairs are expected to be one controller's and how many are not. */
function masses() {
  return { same: new Float64Array(bins), apart: new Float64Array(bins) }
}

function add({ same, apart }: ReturnType<typeof masses>, bin: number, bits: number): void {
  const probability = bitsToProbability(bits)
  same[bin] = at(same, bin) + probability
  apart[bin] = at(apart, bin) + 1 - probability
}

import { shareOneToOne } from './one-to-one.ts'
import { type ReturnTimes, returnDensity, usualReturnTimes } from './return-times.ts'

/** A closed shop and a later one that may be what it came back as. */
export interface Candidate {
  /** Closure: shop and date together, as one number. */
  readonly closure: number
  /** Place of the later shop. */
  readonly later: number
  readonly days: number
  /** That one controller runs both. */
  readonly controller: number
  /** Bits of the channels alone; likeness ranks sisters, gently. */
  readonly evidenceBits: number
}

/** How much a bit of likeness counts when sisters compete; the gap counts whole. */
const likeness = 0.15
/** At so many bits of likeness a sister who opened for any other reason looks no more alike. */
const sisterBits = 10
const mostBits = 40

/**
 * Shares every closure's return among all later shops and "has not come back", and every later shop among all closures: a closure is answered by one shop at most, and a shop answers
 * one closure at most. With w the density of returns so many days after and s that of openings which answer no closure, a shop of the same controller is w / s times likelier to be the return
 * than to have opened for any other reason. Independent thresholds on the probability of one controller would name every sister of a ring as successor.
 */
export function shareReturns(
  candidates: readonly Candidate[],
  times: Omit<ReturnTimes, 'sisters'> = usualReturnTimes,
): Float64Array {
  return shareOneToOne(
    candidates.map(({ closure, later, days, controller, evidenceBits }) => {
      const alike = 2 ** (likeness * (Math.min(mostBits, evidenceBits) - sisterBits))
      const odds = (returnDensity(times, days) * alike) / times.background
      return { left: closure, right: later, possible: controller, odds }
    }),
  )
}

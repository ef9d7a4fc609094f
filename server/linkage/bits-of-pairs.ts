import { largeNumbers, mapped } from '../domain/columns/large-arrays.ts'
import type { Days } from '../domain/units.ts'
import { noGap } from './gap-bins.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import type { PairTimes } from './pair-gaps.ts'
import { bitsOfTime, type Scale } from './scale.ts'
import { scorePairs } from './score.ts'

/** Channels and time of every pair, before the prior. */
export function bitsOfPairs(
  scale: Scale,
  { lives, ...observed }: Pick<Observed, 'encoded' | 'pairs' | 'lives' | 'hands'>,
  onProgress?: (done: number, total: number) => void,
): Float64Array {
  const time = bitsOfTimes(scale, lives)
  const channels = scorePairs({ ...observed, scale }, onProgress)
  return mapped(channels, (own, pair) => own + at(time, pair))
}

/** Pairs have millions of gaps of a few thousand lengths. */
export function bitsOfTimes(scale: Scale, { days, together }: PairTimes): Float64Array {
  const bits = largeNumbers(days.length)
  const sideBySide = bitsOfTime(scale, undefined, true)
  const byDays = new Map<number, number>()
  for (let pair = 0; pair < bits.length; pair++) {
    const own = at(days, pair) as Days
    if (own === noGap) {
      if (at(together, pair) === 1) bits[pair] = sideBySide
      continue
    }
    const known = byDays.get(own) ?? bitsOfTime(scale, { days: own }, false)
    byDays.set(own, known)
    bits[pair] = known
  }
  return bits
}

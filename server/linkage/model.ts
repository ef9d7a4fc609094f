import { largeNumbers, mapped } from '../domain/columns/large-arrays.ts'
import { type Bits, bitsToProbability, type Days } from '../domain/units.ts'
import { canLearn } from './can-learn.ts'
import { levelsOfTime } from './compared-columns.ts'
import { noGap } from './gap-bins.ts'
import { at } from './key-column.ts'
import { learnWeights, type Observed, shareInSequence } from './learn-weights.ts'
import { lonePairs, witnessedAlone } from './lone-families.ts'
import type { PairTimes } from './pair-gaps.ts'
import { type ReturnTimes, returnTimesOf, sistersAmong, usualReturnTimes } from './return-times.ts'
import { bitsOfTime, type Scale } from './scale.ts'
import { scorePairs } from './score.ts'
import { usualSlopes } from './slopes.ts'
import { storePrior } from './store-prior.ts'
import { supplyBits, supplyPrior } from './supply.ts'
import { untakenBits } from './untied.ts'
import { usualWeights } from './usual-weights.ts'
import type { ChannelWeights } from './weights.ts'

/** Everything that turns a comparison into a probability; a run keeps it, so that a shop seen later is judged by the same numbers. */
export interface Model extends Scale {
  /** How the weights were found. */
  readonly name: string
  /** Log-odds, in bits, of a pair picked at random. */
  readonly prior: Bits
  readonly returnTimes: ReturnTimes
  /** By bin of own evidence, what is taken off a pair that no third shop ties. */
  readonly taken: Float64Array
  readonly supply: {
    /** By place in the channel table: what agreement is worth against chance, as a sign of one supply. */
    readonly channels: readonly ChannelWeights[]
    /** Log-odds, in bits, of a pair picked at random. */
    readonly prior: Bits
  }
}

/** The model that fits a store: learnt from it where it can teach one. */
export function modelOf(observed: Observed): Model {
  const { encoded, lives, gapChances } = observed
  if (!canLearn(observed)) {
    const weights = usualWeights(encoded, shareInSequence(lives), gapChances)
    const prior = -Math.log2(encoded.population) as Bits
    return {
      name: 'usual-weights-7',
      ...weights,
      slopes: usualSlopes,
      prior,
      returnTimes: usualReturnTimes,
      taken: untakenBits,
      supply: { channels: weights.channels, prior },
    }
  }
  const { perPair, supply: channels, ...weights } = learnWeights(observed)
  const scale = { ...weights, slopes: usualSlopes }
  const alone = scorePairs({ ...observed, scale })
  const time = bitsOfTimes(scale, lives)
  const bits = mapped(alone, (own, pair) => own + at(time, pair))
  const prior = Math.min(perPair, storePrior(bits, encoded.shops.length)) as Bits
  const told = { bits: mapped(alone, (own) => prior + own), time: levelsOfTime(lives) }
  const witnessed = witnessedAlone(
    told,
    lonePairs({ ...observed, scale }),
    scale.gap,
    scale.dampings.across,
  )
  const { slopes } = witnessed
  const dampings = { ...scale.dampings, across: witnessed.overlaps }
  const controller = mapped(witnessed.bits, (own, pair) =>
    bitsToProbability(slopes.alpha + slopes.prior * own + at(time, pair)),
  )
  const goods = supplyBits({ ...observed, scale }, channels)
  const supply = { channels, prior: supplyPrior(goods, controller, encoded.shops.length) }
  const returnTimes = returnTimesOf(scale.gap.m, sistersAmong(controller, lives))
  return {
    ...{ name: 'learnt-weights-9', ...scale, dampings, slopes, prior, returnTimes, supply },
    taken: untakenBits,
  }
}

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
function bitsOfTimes(scale: Scale, { days, together }: PairTimes): Float64Array {
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

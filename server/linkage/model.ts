import { type Bits, bitsToProbability } from '../domain/units.ts'
import { at } from './key-column.ts'
import { learnWeights, type Observed, shareInSequence } from './learn-weights.ts'
import { type ReturnTimes, returnTimesOf, usualReturnTimes } from './return-times.ts'
import { bitsOfTime, type Scale, scorePairs } from './score.ts'
import { usualSlopes } from './slopes.ts'
import { storePrior } from './store-prior.ts'
import { supplyBits, supplyPrior } from './supply.ts'
import { usualWeights } from './usual-weights.ts'
import type { ChannelWeights } from './weights.ts'

/** Everything that turns a comparison into a probability; a run keeps it, so that a shop seen later is judged by the same numbers. */
export interface Model extends Scale {
  /** How the weights were found. */
  readonly name: string
  /** Log-odds, in bits, of a pair picked at random. */
  readonly prior: Bits
  readonly returnTimes: ReturnTimes
  readonly supply: {
    /** By place in the channel table: what agreement is worth against chance, as a sign of one supply. */
    readonly channels: readonly ChannelWeights[]
    /** Log-odds, in bits, of a pair picked at random. */
    readonly prior: Bits
  }
}

/** A smaller store holds too few pairs of one controller to learn from, and is weighed by what is usual. */
const leastShops = 2_000
/** Where fewer shops were closed, nobody had a reason to come back under another registration, and there is nothing to learn of how they do. */
const leastClosures = 100

/** The model that fits a store: learnt from it where it is large enough. */
export function modelOf(observed: Observed): Model {
  const { encoded, lives, gapChances } = observed
  const closed = observed.times.filter(({ closures }) => 0 < closures.length).length
  if (encoded.shops.length < leastShops || closed < leastClosures) {
    const weights = usualWeights(encoded, shareInSequence(lives), gapChances)
    const prior = -Math.log2(encoded.population) as Bits
    return {
      name: 'usual-weights-2',
      ...weights,
      slopes: usualSlopes,
      prior,
      returnTimes: usualReturnTimes,
      supply: { channels: weights.channels, prior },
    }
  }
  const { perPair, supply: channels, ...weights } = learnWeights(observed)
  const scale = { ...weights, slopes: usualSlopes }
  const bits = bitsOfPairs(scale, observed, () => undefined)
  const prior = Math.min(perPair, storePrior(bits, encoded.shops.length)) as Bits
  const returnTimes = returnTimesOf(scale.gap.m)
  const goods = supplyBits(encoded, scale, channels, observed.pairs)
  const controller = bits.map((own) => bitsToProbability(prior + own))
  const supply = { channels, prior: supplyPrior(goods, controller, encoded.shops.length) }
  return { name: 'learnt-weights-2', ...scale, prior, returnTimes, supply }
}

/** Channels and time of every pair, before the prior. */
export function bitsOfPairs(
  scale: Scale,
  { encoded, pairs, lives: { gaps, together } }: Pick<Observed, 'encoded' | 'pairs' | 'lives'>,
  onProgress: (done: number, total: number) => void,
): Float64Array {
  const evidence = scorePairs(encoded, scale, pairs, onProgress)
  for (let pair = 0; pair < evidence.length; pair++) {
    const time = bitsOfTime(scale, gaps[pair], at(together, pair) === 1)
    evidence[pair] = at(evidence, pair) + time
  }
  return evidence
}

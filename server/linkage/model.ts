import { mapped } from '../domain/columns/large-arrays.ts'
import type { Bits } from '../domain/units.ts'
import { asTimeTells, atTheirWord } from './believed.ts'
import { bitsOfTimes } from './bits-of-pairs.ts'
import { canLearn, hasManyChannels } from './can-learn.ts'
import { at } from './key-column.ts'
import { learnWeights, type Observed, shareInSequence } from './learn-weights.ts'
import { moderated } from './modesty.ts'
import { type ReturnTimes, returnTimesOf, sistersAmong, usualReturnTimes } from './return-times.ts'
import type { Scale } from './scale.ts'
import { scorePairs } from './score.ts'
import { usualSlopes } from './slopes.ts'
import { storePrior } from './store-prior.ts'
import { supplyBits, supplyPrior } from './supply.ts'
import { untakenBits } from './untied.ts'
import { usualWeights } from './usual-weights.ts'
import type { ChannelWeights } from './weights.ts'

/** A channel is known of a store from so many shops on. */
const leastKnown = 2
/** What is usual was found on other stores, which counts as so many matches here. */
const foundElsewhere = 20

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
  return canLearn(observed) ? learntModel(observed) : usualModel(observed)
}

function usualModel(observed: Observed): Model {
  const { encoded, lives, gapChances } = observed
  const weights = usualWeights(encoded, shareInSequence(lives), gapChances)
  const scale = { ...weights, slopes: usualSlopes }
  const prior = -Math.log2(encoded.population) as Bits
  const told = { ...observed, scale, prior, alone: scorePairs({ ...observed, scale }) }
  const { slopes, dampings, controller } = hasManyChannels(encoded, leastKnown)
    ? asTimeTells(told)
    : atTheirWord(told)
  return {
    name: 'usual-weights-9',
    ...{ ...scale, dampings, prior },
    slopes: moderated(slopes, foundElsewhere + expectedMatches(controller)),
    returnTimes: usualReturnTimes,
    taken: untakenBits,
    supply: { channels: weights.channels, prior },
  }
}

function learntModel(observed: Observed): Model {
  const { encoded, lives } = observed
  const { perPair, supply: channels, ...weights } = learnWeights(observed)
  const scale = { ...weights, slopes: usualSlopes }
  const alone = scorePairs({ ...observed, scale })
  const time = bitsOfTimes(scale, lives)
  const bits = mapped(alone, (own, pair) => own + at(time, pair))
  const prior = Math.min(perPair, storePrior(bits, encoded.shops.length)) as Bits
  const { slopes, dampings, controller } = asTimeTells({ ...observed, scale, prior, alone })
  const goods = supplyBits({ ...observed, scale }, channels)
  return {
    name: 'learnt-weights-11',
    ...{ ...scale, dampings, prior },
    slopes: moderated(slopes, expectedMatches(controller)),
    returnTimes: returnTimesOf(scale.gap.m, sistersAmong(controller, lives)),
    taken: untakenBits,
    supply: { channels, prior: supplyPrior(goods, controller, encoded.shops.length) },
  }
}

function expectedMatches(controller: Float64Array): number {
  return controller.reduce((sum, own) => sum + own, 0)
}

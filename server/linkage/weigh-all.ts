import type { Decision } from '../domain/decision.ts'
import type { Channel } from '../domain/link.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { bitsOfPairs } from './bits-of-pairs.ts'
import { blockPairs, type Pairs } from './block.ts'
import { calibrateModel, type ModelReliability, reliabilityOf } from './calibrate-model.ts'
import { canLearn } from './can-learn.ts'
import { certifiedRows, type Undecided } from './certified-rows.ts'
import { labelledPairs } from './decided-pairs.ts'
import { pairKey, standingDecisions } from './decisions.ts'
import { type Encoded, encode, type ObservedGraph, type View } from './encode.ts'
import { gapChances, type ShopTimes } from './gap.ts'
import { type Hands, oneHand } from './hands.ts'
import { knownBy } from './known-by.ts'
import { learntFrom } from './learn-twice.ts'
import { markRuled } from './mark-generics.ts'
import {
  type Market,
  type Return,
  returnsByClosure,
  type ScoredPair,
  scoredPairs,
} from './market.ts'
import type { Model } from './model.ts'
import { type PairTimes, pairTimes } from './pair-gaps.ts'
import { pairsTouching } from './pairs-touching.ts'
import { shopTimes } from './shop-times.ts'
import { placesOfDealers, statedDealers } from './stated-dealers.ts'
import { legsOf } from './surest-third.ts'
import { learnTaken, throughThirds } from './through-third.ts'
import { modelOfView } from './view-of-model.ts'

/** What is known when links are looked for: the observed graph, and what people decided. */
export interface Evidence extends ObservedGraph {
  readonly decisions: readonly Decision[]
}

export interface LinkOptions {
  /** The day to which the answer is computed: later closures and openings are not seen. */
  readonly asOf: IsoDate
  /** At which links hold rings together; the ledger says what a link stands on at it. */
  readonly threshold: Probability
  /** Links below it are left out, but for pairs that a person decided. */
  readonly minimum: Probability
  /** Absent for all that is known. */
  readonly view?: View | undefined
  /** A channel to do without, to see what it is worth. */
  readonly without?: Channel | undefined
  /** The published model to judge by; learnt from the evidence when absent. */
  readonly model?: Model | undefined
  /**
   * Keys of shops, when only links that touch one of them are wanted. What they say of one controller is the same as without it; no return is told, as its
   * share would take the rivals that are left out.
   */
  readonly only?: ReadonlySet<string> | undefined
  /** By whom pairs are compared and weighed; by this thread alone when absent. */
  readonly hands?: Hands | undefined
  readonly onProgress?: (done: number, total: number) => void
}

/** Everything that is worked out before a link is written. */
export interface Weighed {
  readonly market: Market
  readonly pairs: Pairs
  readonly times: readonly ShopTimes[]
  /** For every shop, the place of the first shop that is one holder with it. */
  readonly groups: Int32Array
  readonly scored: readonly ScoredPair[]
  readonly returns: ReadonlyMap<string, readonly Return[]>
  /** Of the probabilities of one controller, on labels of people who did not see them; undefined where too few of these are there, or where the model was given. */
  readonly reliability: ModelReliability | undefined
}

/**
 * Finds, compares and weighs all pairs, twice: the first time every shop is a holder of its own, the second time shops that the first time
 * showed to be one holder are counted once. What is learnt the second time then says itself who is one holder, so that whoever is given the model
 * of a run comes to the numbers of the run. `always` are pairs to weigh whether or not they share anything.
 */
export function weighAll(
  every: Evidence,
  { asOf, threshold, view, without, model, only, hands = oneHand, onProgress }: LinkOptions,
  always: readonly { readonly a: string; readonly b: string }[] = [],
): Weighed {
  const evidence = knownBy(every, asOf)
  const encoded = markRuled(encode(evidence, view, without))
  const dealers = statedDealers(encoded, evidence.edges)
  const pairs = blockPairs(encoded, [
    ...placesOf(encoded, [...evidence.decisions, ...always]),
    ...placesOfDealers(encoded, dealers),
  ])
  const times = shopTimes(encoded.shops, evidence, asOf)
  const seen = {
    ...{ pairs, hands },
    lives: pairTimes(times, pairs),
    times,
    gapChances: gapChances(times),
    labels: labelledPairs(encoded, pairs, evidence.decisions),
  }
  const { learnt, groups, observed } = learntFrom(encoded, seen, model)
  const unshared = {
    encoded: observed.encoded,
    asOf,
    decisions: standingDecisions(evidence.decisions),
    threshold,
    dealers,
  }
  const kept: ReadonlySet<string> = new Set(always.map(({ a, b }) => pairKey(a, b)))
  const scoredBy = (own: Market, told: Pairs, lives: PairTimes, keep = kept) => {
    const progress = keep === kept ? onProgress : undefined
    const bits = bitsOfPairs(own.model, { ...observed, pairs: told, lives }, progress)
    return scoredPairs(own, { pairs: told, lives, hands }, bits, keep)
  }
  const learns = model === undefined && canLearn(observed)
  const undecided = () =>
    beforeDecisions({ ...unshared, model: learnt }, learns, (own, keep) =>
      scoredBy(own, pairs, seen.lives, keep),
    )
  const labels =
    model === undefined ? certifiedRows(learnt, observed, evidence.decisions, undecided) : undefined
  const judged = labels === undefined ? learnt : modelOfView(calibrateModel(learnt, labels), view)
  const scoredAmong = (told: Pairs, lives: PairTimes) =>
    scoredBy({ ...unshared, model: judged }, told, lives)
  const all = only === undefined || learns ? scoredAmong(pairs, seen.lives) : undefined
  const taken = learns && all !== undefined ? learnTaken(all) : judged.taken
  const market: Market = { ...unshared, model: { ...judged, taken } }
  const scored =
    only === undefined
      ? throughThirds(all ?? [], taken)
      : touching(encoded, only, taken, (shops) => {
          const told = pairsTouching(encoded, pairs, shops)
          return scoredAmong(told, pairTimes(times, told))
        })
  const returns = only === undefined ? returnsByClosure(market, scored) : new Map()
  const reliability = labels && reliabilityOf(learnt, labels)
  return { market, pairs, times, groups, scored, returns, reliability }
}

/** All pairs as they were weighed before anybody decided on any, those that somebody did among them. */
function beforeDecisions(
  market: Market,
  learns: boolean,
  scoredBy: (market: Market, kept: ReadonlySet<string>) => readonly ScoredPair[],
): Undecided {
  const scored = scoredBy({ ...market, decisions: new Map() }, new Set(market.decisions.keys()))
  return { scored, taken: learns ? learnTaken(scored) : market.model.taken }
}

/** Pairs that hold one of the shops, as they stand among all: what third shops make of one hangs on the pairs of these too, and on what others make of theirs. */
function touching(
  { shops, placeOf }: Encoded,
  only: ReadonlySet<string>,
  taken: Float64Array,
  scoredOf: (shops: ReadonlySet<string>) => readonly ScoredPair[],
): readonly ScoredPair[] {
  const wanted = new Set([...only].flatMap((shop) => placeOf.get(shop) ?? []))
  const withLegs = (own: ReadonlySet<string>) =>
    new Set([...own, ...[...legsOf(scoredOf(own))].flatMap(([shop]) => shops[shop]?.key ?? [])])
  const scored = throughThirds(scoredOf(withLegs(withLegs(only))), taken)
  return scored.filter(({ a, b }) => wanted.has(a) || wanted.has(b))
}

function placesOf(
  { placeOf }: Encoded,
  pairs: readonly { readonly a: string; readonly b: string }[],
): [number, number][] {
  return pairs.flatMap(({ a, b }) => {
    const first = placeOf.get(a)
    const second = placeOf.get(b)
    return first === undefined || second === undefined || first === second ? [] : [[first, second]]
  })
}

import type { Pairs } from './block.ts'
import { chancesOf, refinedChances } from './chances.ts'
import { type ComparedColumns, comparedColumns } from './compared-columns.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import type { ShopTimes } from './gap.ts'
import { guessOf, timeGuess } from './guess.ts'
import { at } from './key-column.ts'
import { type LearntWeights, learn } from './learn/learn.ts'
import { patternsOf } from './learn/patterns.ts'
import type { Learnt, PatternLabels } from './learn/session.ts'
import { matchesPerPair, overlapDamping } from './overlap.ts'
import { type PairTimes, pairTimes } from './pair-gaps.ts'
import { randomPairs } from './random-pairs.ts'
import { type Dampings, familyDamping } from './score.ts'
import { sessionsOf } from './sessions.ts'
import { type ChannelWeights, rankWeights } from './weights.ts'

/** What every level of every channel is worth in this store. */
export interface Weights {
  /** By place in the channel table. */
  readonly channels: readonly ChannelWeights[]
  readonly dampings: Dampings
  /** By bin of the gap, and last of two lives side by side. */
  readonly gap: { readonly m: Float64Array; readonly u: Float64Array; readonly bits: Float64Array }
}

/** A pair whose answer people know. */
export interface LabelledPair {
  readonly pair: number
  readonly same: boolean
  /** How many unlabelled pairs it is worth. */
  readonly weight: number
}

/** What there is to learn from. */
export interface Observed {
  readonly encoded: Encoded
  readonly pairs: Pairs
  readonly lives: PairTimes
  readonly times: readonly ShopTimes[]
  /** Share of strangers' gaps by bin. */
  readonly gapChances: Float64Array
  readonly labels: readonly LabelledPair[]
}

/** Fixed: the sample only has to be the same for the same store. */
const sampleSeed = 1
/** Strangers whose lives lie either way, beside those of the sample. */
const unseenLives = 5

/**
 * Learns what each level of each channel is worth from the pairs of this store, without labels or with: chances from the values' frequencies,
 * m by leave-one-channel-out sessions, then chances again from the pairs that the other channels call strangers.
 */
export function learnWeights(observed: Observed): Weights {
  const { encoded, pairs, lives, times, gapChances } = observed
  const compared = comparedColumns(encoded, pairs, lives)
  const patterns = patternsOf(compared.columns, pairs.left.length)
  const random = randomPairs(encoded.shops.length, sampleSeed)
  const theory = encoded.columns.map((column) => chancesOf(column, encoded.population, random))
  const even = evenOver(compared)
  const others = [chancesOfTime(pairTimes(times, random), gapChances), even]
  const inSequence = shareInSequence(lives)
  const guess = [...encoded.columns.map((column) => guessOf(column, inSequence)), timeGuess, even]
  const sessions = sessionsOf(encoded, compared, guess, theory)
  const known = { guess, labels: labelsOf(observed.labels, patterns.of) }
  const first = learn(compared.columns, patterns, [...theory, ...others], sessions, known)
  const chances = encoded.columns.map((column, place) =>
    refinedChances(column, theory[place] as Float64Array, first, place),
  )
  const last = learn(compared.columns, patterns, [...chances, ...others], sessions, known)
  return weightsOf(encoded, compared, last)
}

/** How many of the pairs have one life that ends before the other begins. */
export function shareInSequence({ gaps }: PairTimes): number {
  return gaps.filter((gap) => gap !== undefined).length / Math.max(1, gaps.length)
}

function weightsOf(encoded: Encoded, compared: ComparedColumns, last: LearntWeights): Weights {
  const channels = encoded.columns.map((column, place) =>
    rankWeights(column, last.m[place] as Float64Array, last.u[place] as Float64Array),
  )
  const [m, u] = [last.m[compared.time], last.u[compared.time]] as [Float64Array, Float64Array]
  return {
    channels,
    dampings: { catalogue: catalogueDamping(encoded, compared, last, channels) },
    gap: { m, u, bits: m.map((own, level) => Math.log2(own / at(u, level))) },
  }
}

function catalogueDamping(
  { columns }: Encoded,
  { joint, catalogue }: ComparedColumns,
  last: LearntWeights,
  weights: readonly ChannelWeights[],
): number {
  const session = last.sessions.find((own) => own.session.column === joint) as Learnt
  const [images, titles] = catalogue
  const pair = [columns[images], columns[titles]] as [ChannelColumn, ChannelColumn]
  const bits = [weights[images]?.bits, weights[titles]?.bits] as [Float64Array, Float64Array]
  const shops = pair[0].known.reduce((sum, own) => sum + own, 0)
  return overlapDamping(session, pair, bits, matchesPerPair(last, images, shops), familyDamping)
}

/** How the lives of strangers lie: the bins as counted over all of them, side by side as in the sample. */
function chancesOfTime(random: PairTimes, gapChances: Float64Array): Float64Array {
  const together = random.together.reduce((sum, own) => sum + own, 0) + unseenLives
  const inSequence = random.gaps.filter((gap) => gap !== undefined).length + unseenLives
  const share = inSequence / (inSequence + together)
  return Float64Array.from([...gapChances.map((own) => share * own), 1 - share])
}

/** The joint channel only has a session of its own and teaches nothing else. */
function evenOver({ columns, joint }: ComparedColumns): Float64Array {
  const levels = columns[joint]?.levels ?? 1
  return new Float64Array(levels).fill(1 / levels)
}

function labelsOf(labels: readonly LabelledPair[], of: Int32Array): PatternLabels | undefined {
  if (labels.length === 0) return undefined
  return {
    pattern: Int32Array.from(labels, ({ pair }) => at(of, pair)),
    same: Uint8Array.from(labels, ({ same }) => (same ? 1 : 0)),
    weight: Float64Array.from(labels, ({ weight }) => weight),
  }
}

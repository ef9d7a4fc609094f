import type { Pairs } from './block.ts'
import { chancesOf, refinedChances } from './chances.ts'
import { independentFamilies } from './combine-families.ts'
import { type ComparedColumns, comparedColumns } from './compared-columns.ts'
import { type Dampings, familyDamping } from './dampings.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import { familyOverlaps, type Judges } from './family-overlaps.ts'
import type { ShopTimes } from './gap.ts'
import { noGap } from './gap-bins.ts'
import { guessOf, timeGuess } from './guess.ts'
import type { Hands } from './hands.ts'
import { at } from './key-column.ts'
import type { LearntWeights } from './learn/learn.ts'
import { learnSoundly } from './learn/learn-soundly.ts'
import { patternsOf } from './learn/patterns.ts'
import type { Learnt } from './learn/session.ts'
import { type PatternLabels, sessionRows } from './learn/session-rows.ts'
import { overlapDamping } from './overlap.ts'
import { countTimes, type PairTimes } from './pair-gaps.ts'
import { pairsOrSample } from './random-pairs.ts'
import { sessionsOf } from './sessions.ts'
import { usualSlopes } from './slopes.ts'
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
  /** By whom pairs are compared and weighed. */
  readonly hands: Hands
  readonly pairs: Pairs
  readonly lives: PairTimes
  readonly times: readonly ShopTimes[]
  /** Share of strangers' gaps by bin. */
  readonly gapChances: Float64Array
  readonly labels: readonly LabelledPair[]
}

/** Weights as a store teaches them. */
export interface LearntModel extends Weights {
  /** Log-odds, in bits, of a true pair among all. */
  readonly perPair: number
  /** Against chance alone, by place in the channel table: what agreement is worth as a sign of one supply. */
  readonly supply: readonly ChannelWeights[]
}

/** Fixed: the sample only has to be the same for the same store. */
const sampleSeed = 1
/** Strangers whose lives lie either way, beside those of the sample. */
const unseenLives = 5

/**
 * Learns what each level of each channel is worth from the pairs of this store, without labels or with: chances from the values' frequencies,
 * m by leave-one-channel-out sessions, then chances again from the pairs that the other channels call strangers.
 */
export function learnWeights(observed: Observed): LearntModel {
  const { encoded, pairs, lives, hands, times, gapChances } = observed
  const compared = comparedColumns(encoded, pairs, lives, hands)
  const patterns = patternsOf(compared.columns, pairs.left.length)
  const random = pairsOrSample(encoded.shops.length, sampleSeed)
  const theory = encoded.columns.map((column) => chancesOf(column, encoded.population, random))
  const even = evenOver(compared)
  const others = [chancesOfTime(countTimes(times, random), gapChances), even]
  const inSequence = shareInSequence(lives)
  const guess = [...encoded.columns.map((column) => guessOf(column, inSequence)), timeGuess, even]
  const labels = labelsOf(observed.labels, patterns.of)
  const sessions = sessionsOf(encoded, compared, guess, theory).map((session) =>
    sessionRows(session, patterns, labels),
  )
  const judges = encoded.columns.map((_, place) => place)
  const learning = { columns: compared.columns, sessions, guess, judges }
  const first = learnSoundly(learning, [...theory, ...others])
  const chances = encoded.columns.map((column, place) =>
    refinedChances(column, theory[place] as Float64Array, first, place),
  )
  const last = learnSoundly(learning, [...chances, ...others])
  const supply = encoded.columns.map((column, place) =>
    rankWeights(column, last.m[place] as Float64Array, theory[place] as Float64Array),
  )
  return { ...weightsOf(observed, compared, last), supply }
}

/** How many of the pairs have one life that ends before the other begins. */
export function shareInSequence({ days }: PairTimes): number {
  let inSequence = 0
  for (const own of days) if (own !== noGap) inSequence++
  return inSequence / Math.max(1, days.length)
}

function weightsOf(
  { encoded, pairs, hands }: Observed,
  compared: ComparedColumns,
  last: LearntWeights,
): Weights & { readonly perPair: number } {
  const channels = encoded.columns.map((column, place) =>
    rankWeights(column, last.m[place] as Float64Array, last.u[place] as Float64Array),
  )
  const [m, u] = [last.m[compared.time], last.u[compared.time]] as [Float64Array, Float64Array]
  const gap = { m, u, bits: m.map((own, level) => Math.log2(own / at(u, level))) }
  const perPair = trueToAll(encoded, last)
  const within = { catalogue: catalogueDamping(encoded, compared, last, channels, perPair) }
  const scale = {
    channels,
    gap,
    slopes: usualSlopes,
    dampings: { within, across: independentFamilies() },
  }
  const judges = judgesOf(compared, last)
  const across = familyOverlaps({ encoded, scale, pairs, hands }, judges, perPair)
  return { channels, gap, dampings: { within, across }, perPair }
}

function judgesOf({ columns, joint }: ComparedColumns, { m, u }: LearntWeights): Judges {
  const without = <T>(list: readonly T[]) => list.filter((_, place) => place !== joint)
  return { columns: without(columns), m: without(m), u: without(u) }
}

function catalogueDamping(
  { columns }: Encoded,
  { joint, catalogue }: ComparedColumns,
  last: LearntWeights,
  weights: readonly ChannelWeights[],
  perPair: number,
): number {
  const session = last.sessions.find((own) => own.session.column === joint) as Learnt
  const [images, titles] = catalogue
  const width = (columns[titles] as ChannelColumn).layout.differ
  const alone = (cell: number) =>
    [
      weights[images]?.bits[Math.floor(cell / width)] ?? 0,
      weights[titles]?.bits[cell % width] ?? 0,
    ] as const
  return overlapDamping(session, alone, perPair, familyDamping)
}

/** Log-odds, in bits, of a true pair among all pairs: what all sessions take for true, over the pairs that would reach their levels if all were. */
function trueToAll({ columns }: Encoded, { sessions, m }: LearntWeights): number {
  let same = 0
  let reached = 0
  for (const { session, taken } of sessions) {
    const column = columns[session.column]
    if (column === undefined) continue
    const own = (m[session.column] as Float64Array).subarray(session.from, session.levels)
    const known = column.known.reduce((sum, each) => sum + each, 0)
    const pairs = (known * (known - 1)) / 2
    same += taken.same.reduce((sum, each) => sum + each, 0)
    reached += pairs * own.reduce((sum, each) => sum + each, 0)
  }
  return Math.log2((same + leastTrue) / Math.max(1, reached))
}

/** Never fewer than this many true pairs, so that a store where nobody came back still has odds. */
const leastTrue = 0.5

/** How the lives of strangers lie: the bins as counted over all of them, side by side as in the sample. */
function chancesOfTime(
  random: ReturnType<typeof countTimes>,
  gapChances: Float64Array,
): Float64Array {
  const together = random.together + unseenLives
  const inSequence = random.inSequence + unseenLives
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

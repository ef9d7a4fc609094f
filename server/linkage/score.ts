import { largeNumbers } from '../domain/columns/large-arrays.ts'
import { Family, families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { combineFamilies } from './combine-families.ts'
import { type ComparedPairs, comparePairs } from './compare.ts'
import { type Dampings, withinFamily } from './dampings.ts'
import { apartOfPairs, bitsAfter } from './decay.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import type { Gap } from './gap.ts'
import { gapInterpolated, togetherLevel } from './gap-bins.ts'
import { at } from './key-column.ts'
import { type Slopes, slopeOf } from './slopes.ts'
import { bitsOfWorth, type ChannelWeights, rankOfLevel } from './weights.ts'

const chunkPairs = 65_536

/** How the channels of a store are weighed. */
export interface Scale {
  /** By place in the channel table. */
  readonly channels: readonly ChannelWeights[]
  /** By bin of the gap, and last of two lives side by side. */
  readonly gap: {
    readonly m: Float64Array
    readonly u: Float64Array
    readonly bits: Float64Array
  }
  readonly slopes: Slopes
  readonly dampings: Dampings
}

/** What the time between two lives is worth, or that they ran side by side; 0 when a date is missing. */
export function bitsOfTime(
  { gap, slopes }: Scale,
  own: Pick<Gap, 'days'> | undefined,
  together: boolean,
): number {
  if (own !== undefined) return slopes.gap * gapInterpolated(gap.bits, own.days)
  return together ? slopes.gap * at(gap.bits, togetherLevel) : 0
}

/** The channels of every pair, in bits, before prior, gap and decisions. Families are damped as in `dampings`. */
export function scorePairs(
  encoded: Encoded,
  scale: Scale,
  pairs: Pairs,
  onProgress: (done: number, total: number) => void,
): Float64Array {
  const scores = largeNumbers(pairs.left.length)
  eachChunk(encoded, scale, pairs, (sums, first, end) => {
    addFamilies(sums, scale.dampings, scores.subarray(first, end))
    onProgress(end, scores.length)
  })
  return scores
}

/** One family of some pairs: its agreements, damped among themselves, and its counter-evidence, which counts whole. */
export interface FamilySums {
  readonly agreement: Float64Array
  readonly against: Float64Array
}

/** Hands out every family of all pairs, by family, a stretch of pairs at a time; what is handed out is written anew for each stretch. */
export function eachChunk(encoded: Encoded, scale: Scale, pairs: Pairs, use: UseSums): void {
  chunkByChunk(weighedColumns(encoded, scale, pairs), scale, pairs, use)
}

type UseSums = (sums: readonly FamilySums[], first: number, end: number) => void

function chunkByChunk(
  columns: readonly WeighedColumn[],
  { dampings }: Scale,
  pairs: Pairs,
  use: UseSums,
): void {
  const total = pairs.left.length
  const sums = Family.options.map((): Sums => {
    const zeros = () => new Float64Array(Math.min(total, chunkPairs))
    return { most: zeros(), agreement: zeros(), against: zeros() }
  })
  for (let first = 0; first < total; first += chunkPairs) {
    const end = Math.min(total, first + chunkPairs)
    for (const own of sums.flatMap(({ most, agreement, against }) => [most, agreement, against]))
      own.fill(0)
    for (const column of columns) addColumn(column, sums, first, end)
    for (const [family, own] of Family.options.entries())
      dampFamily(sums[family] as Sums, withinFamily(dampings, own))
    use(sums, first, end)
  }
}

interface Sums extends FamilySums {
  readonly most: Float64Array
}

/** One channel of all pairs, with what a difference is worth and where each level counts. */
interface WeighedColumn {
  readonly column: ChannelColumn
  readonly weights: ChannelWeights
  readonly slope: number
  readonly compared: ComparedPairs
  /** Of the pairs that agree, days for which nobody was seen to have what they share. */
  readonly apart: Int32Array | undefined
  /** By level, the place of its family. */
  readonly familyOf: Uint8Array
}

function weighedColumns(
  { columns }: Encoded,
  { channels, slopes }: Scale,
  pairs: Pairs,
): readonly WeighedColumn[] {
  return columns.map((column, place) => {
    const compared = comparePairs(column, pairs)
    return {
      column,
      weights: channels[place] as ChannelWeights,
      slope: slopeOf(slopes, column.rule.channel),
      compared,
      apart: apartOfPairs(column, pairs, compared.agreeing),
      familyOf: Uint8Array.from({ length: column.layout.levels }, (_, level) =>
        Family.options.indexOf(familyOfLevel(column, level)),
      ),
    }
  })
}

/** Adds one channel of the pairs from `first` to before `end`: learnt bits times slope, not yet damped. */
function addColumn(
  { column, weights, slope, compared, apart, familyOf }: WeighedColumn,
  sums: readonly Sums[],
  first: number,
  end: number,
): void {
  const { level, agreeing, worth } = compared
  addDifferences(
    level.subarray(first, end),
    column.layout.differ,
    slope * at(weights.bits, column.layout.differ),
    sums[at(familyOf, column.layout.differ)] as Sums,
  )
  for (let n = firstFrom(agreeing, first); n < agreeing.length && at(agreeing, n) < end; n++) {
    const pair = at(agreeing, n)
    const own = at(level, pair)
    const raw = rawBits(column, weights, own, at(worth, n))
    const bits = apart === undefined ? raw : bitsAfter(column, own, raw, at(apart, n))
    add(sums[at(familyOf, own)] as Sums, pair - first, slope * bits)
  }
}

function addDifferences(level: Uint8Array, differ: number, bits: number, sums: Sums): void {
  for (let i = 0; i < level.length; i++) if (at(level, i) === differ) add(sums, i, bits)
}

function add({ most, agreement, against }: Sums, i: number, bits: number): void {
  if (bits < 0) against[i] = at(against, i) + bits
  else agreement[i] = at(agreement, i) + bits
  if (at(most, i) < bits) most[i] = bits
}

/** The strongest agreement counts whole, the others by the damping. */
function dampFamily({ most, agreement }: Sums, damping: number): void {
  for (let i = 0; i < most.length; i++)
    agreement[i] = at(most, i) + damping * (at(agreement, i) - at(most, i))
}

function addFamilies(
  sums: readonly FamilySums[],
  { across }: Dampings,
  scores: Float64Array,
): void {
  const agreement = new Float64Array(sums.length)
  for (let i = 0; i < scores.length; i++) {
    let against = 0
    for (let family = 0; family < sums.length; family++) {
      const own = sums[family] as FamilySums
      agreement[family] = at(own.agreement, i)
      against += at(own.against, i)
    }
    scores[i] = against + combineFamilies(agreement, across)
  }
}

/** Index of the first of the ascending numbers that is not below `value`. */
function firstFrom(numbers: Int32Array, value: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(numbers, middle) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The family that an agreement counts in; a difference counts in that of its channel. */
export function familyOfLevel({ layout, ranks, rule }: ChannelColumn, level: number): Family {
  return ranks[rankOfLevel(layout, level)]?.level.family ?? families[rule.channel]
}

/** What a level is worth, by what is shared at it. */
export function rawBits(
  { layout }: ChannelColumn,
  weights: ChannelWeights,
  level: number,
  worth: number,
): number {
  const rank = rankOfLevel(layout, level)
  return rank < 0 ? at(weights.bits, level) : bitsOfWorth(weights, layout, rank, worth)
}

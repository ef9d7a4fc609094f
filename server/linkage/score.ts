import { Family, families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { combineFamilies } from './combine-families.ts'
import { compareColumn } from './compare.ts'
import { type Dampings, withinFamily } from './dampings.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import type { Gap } from './gap.ts'
import { gapInterpolated, togetherLevel } from './gap-bins.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'
import { type Slopes, slopeOf } from './slopes.ts'
import { bitsOfWorth, type ChannelWeights, rankOfLevel } from './weights.ts'

const chunkPairs = 65_536

/** How the channels of a store are weighed. */
export interface Scale {
  /** By place in the channel table. */
  readonly channels: readonly ChannelWeights[]
  /** By bin of the gap, and last of two lives side by side. */
  readonly gap: { readonly m: Float64Array; readonly u: Float64Array; readonly bits: Float64Array }
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
  const total = pairs.left.length
  const scores = new Float64Array(total)
  for (let first = 0; first < total; first += chunkPairs) {
    const end = Math.min(total, first + chunkPairs)
    const sums = Family.options.map((family) =>
      familySums(encoded, family, scale, pairs, first, end),
    )
    addFamilies(sums, scale.dampings, scores.subarray(first, end))
    onProgress(end, total)
  }
  return scores
}

/** One family of the pairs from `first` to before `end`: its agreements, damped among themselves, and its counter-evidence, which counts whole. */
export interface FamilySums {
  readonly agreement: Float64Array
  readonly against: Float64Array
}

export function familySums(
  encoded: Encoded,
  family: Family,
  scale: Scale,
  pairs: Pairs,
  first = 0,
  end = pairs.left.length,
): FamilySums {
  const most = new Float64Array(end - first)
  const agreement = new Float64Array(end - first)
  const against = new Float64Array(end - first)
  for (const [index, column] of encoded.columns.entries()) {
    if (!speaksOf(column, family)) continue
    const bits = columnBits(column, index, scale, pairs, family, first, end)
    for (let i = 0; i < bits.length; i++) {
      const own = at(bits, i)
      if (own < 0) against[i] = at(against, i) + own
      else agreement[i] = at(agreement, i) + own
      if (at(most, i) < own) most[i] = own
    }
  }
  const damping = withinFamily(scale.dampings, family)
  for (let i = 0; i < most.length; i++)
    agreement[i] = at(most, i) + damping * (at(agreement, i) - at(most, i))
  return { agreement, against }
}

function speaksOf({ rule }: ChannelColumn, family: Family): boolean {
  return families[rule.channel] === family || rule.levels.some((level) => level.family === family)
}

function addFamilies(
  sums: readonly FamilySums[],
  { across }: Dampings,
  scores: Float64Array,
): void {
  const agreement = new Float64Array(sums.length)
  for (let i = 0; i < scores.length; i++) {
    let against = 0
    for (const [family, own] of sums.entries()) {
      agreement[family] = at(own.agreement, i)
      against += at(own.against, i)
    }
    scores[i] = against + combineFamilies(agreement, across)
  }
}

/** One channel of the pairs from `first` to before `end`, as far as it speaks of a family: learnt bits times slope, not yet damped. */
function columnBits(
  column: ChannelColumn,
  index: number,
  { channels, slopes }: Scale,
  pairs: Pairs,
  family: Family,
  first: number,
  end: number,
): Float64Array {
  const { level, worth } = compareColumn(column, pairs, first, end)
  const weights = channels[index] as ChannelWeights
  const slope = slopeOf(slopes, column.rule.channel)
  const counts = Uint8Array.from({ length: column.layout.levels }, (_, own) =>
    familyOfLevel(column, own) === family ? 1 : 0,
  )
  const bits = new Float64Array(end - first)
  for (let i = 0; i < bits.length; i++) {
    const own = at(level, i)
    if (own !== unknownLevel && at(counts, own) === 1)
      bits[i] = slope * rawBits(column, weights, own, at(worth, i))
  }
  return bits
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

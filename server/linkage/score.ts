import { Channel, Family, families } from '../domain/link.ts'
import type { Pairs } from './block.ts'
import { compareColumn } from './compare.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import type { Gap } from './gap.ts'
import { gapInterpolated, togetherLevel } from './gap-bins.ts'
import { at } from './key-column.ts'
import { unknownLevel } from './learn/patterns.ts'
import { type Slopes, slopeOf } from './slopes.ts'
import { bitsOfWorth, type ChannelWeights, rankOfLevel } from './weights.ts'

/** What the second and further agreement of one family still counts: people who change the phone tend to change the mail with it. */
export const familyDamping = 0.5

/** By family, the damping that was learnt for it. */
export type Dampings = Readonly<Partial<Record<Family, number>>>

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

/** The channels of every pair, in bits, before prior, gap and decisions. Families are damped as in {@link dampings}. */
export function scorePairs(
  encoded: Encoded,
  scale: Scale,
  pairs: Pairs,
  onProgress: (done: number, total: number) => void,
): Float64Array {
  const total = pairs.left.length
  const scores = new Float64Array(total)
  const byFamily = Family.options.map((family) => ({
    damping: scale.dampings[family] ?? familyDamping,
    columns: [...encoded.columns.entries()].filter(
      ([, { rule }]) => families[rule.channel] === family,
    ),
  }))
  for (let first = 0; first < total; first += chunkPairs) {
    const end = Math.min(total, first + chunkPairs)
    for (const { columns, damping } of byFamily) {
      const most = new Float64Array(end - first)
      const positive = new Float64Array(end - first)
      for (const [index, column] of columns) {
        const bits = columnBits(column, index, scale, pairs, first, end)
        addColumn(bits, most, positive, scores, first)
      }
      addFamily(most, positive, scores, first, damping)
    }
    onProgress(end, total)
  }
  return scores
}

/** One channel of the pairs from `first` to before `end`: learnt bits times slope, families not yet damped. */
export function columnBits(
  column: ChannelColumn,
  index: number,
  { channels, slopes }: Scale,
  pairs: Pairs,
  first = 0,
  end = pairs.left.length,
): Float64Array {
  const { level, worth } = compareColumn(column, pairs, first, end)
  const weights = channels[index] as ChannelWeights
  const slope = slopeOf(slopes, column.rule.channel)
  const bits = new Float64Array(end - first)
  for (let i = 0; i < bits.length; i++) {
    const own = at(level, i)
    if (own !== unknownLevel) bits[i] = slope * rawBits(column, weights, own, at(worth, i))
  }
  return bits
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

/** Counter-evidence counts whole; agreements are kept apart until the family is complete. */
function addColumn(
  bits: Float64Array,
  most: Float64Array,
  positive: Float64Array,
  scores: Float64Array,
  first: number,
): void {
  for (let i = 0; i < most.length; i++) {
    const own = at(bits, i)
    if (own < 0) scores[first + i] = at(scores, first + i) + own
    else {
      positive[i] = at(positive, i) + own
      if (at(most, i) < own) most[i] = own
    }
  }
}

function addFamily(
  most: Float64Array,
  positive: Float64Array,
  scores: Float64Array,
  first: number,
  damping: number,
): void {
  for (let i = 0; i < most.length; i++) {
    const others = at(positive, i) - at(most, i)
    scores[first + i] = at(scores, first + i) + at(most, i) + damping * others
  }
}

/** The damping of each channel's bits: 1 for the strongest agreement of a family and for all counter-evidence, {@link familyDamping} for the rest. */
export function dampings(
  bits: ReadonlyMap<Channel, number>,
  learnt: Dampings,
): ReadonlyMap<Channel, number> {
  const leaders = new Map<Family, Channel>()
  for (const channel of Channel.options) {
    const own = bits.get(channel) ?? 0
    const leader = leaders.get(families[channel])
    if (0 < own && (leader === undefined || (bits.get(leader) ?? 0) < own))
      leaders.set(families[channel], channel)
  }
  const damping = (channel: Channel, own: number) =>
    own <= 0 || leaders.get(families[channel]) === channel
      ? 1
      : (learnt[families[channel]] ?? familyDamping)
  return new Map([...bits].map(([channel, own]) => [channel, damping(channel, own)]))
}

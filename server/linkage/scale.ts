import { type Family, families } from '../domain/link.ts'
import type { Dampings } from './dampings.ts'
import type { GivenOutColumn } from './decay.ts'
import type { Gap } from './gap.ts'
import { gapInterpolated, togetherLevel } from './gap-bins.ts'
import { at } from './key-column.ts'
import type { Layout } from './layout.ts'
import type { Slopes } from './slopes.ts'
import { bitsOfWorth, type ChannelWeights, rankOfLevel } from './weights.ts'

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

/** The family that an agreement counts in; a difference counts in that of its channel. */
export function familyOfLevel({ layout, ranks, rule }: GivenOutColumn, level: number): Family {
  return ranks[rankOfLevel(layout, level)]?.level.family ?? families[rule.channel]
}

/** What a level is worth, by what is shared at it. */
export function rawBits(
  { layout }: { readonly layout: Layout },
  weights: ChannelWeights,
  level: number,
  worth: number,
): number {
  const rank = rankOfLevel(layout, level)
  return rank < 0 ? at(weights.bits, level) : bitsOfWorth(weights, layout, rank, worth)
}

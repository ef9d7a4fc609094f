import { mapped } from '../domain/columns/large-arrays.ts'
import { type Bits, bitsToProbability } from '../domain/units.ts'
import { bitsOfTimes } from './bits-of-pairs.ts'
import { levelsOfTime } from './compared-columns.ts'
import { at } from './key-column.ts'
import type { Observed } from './learn-weights.ts'
import { lonePairs, witnessedAlone } from './lone-families.ts'
import type { Scale } from './scale.ts'
import { type Slopes, uniformSlopes } from './slopes.ts'

/** Pairs as weights have them that nobody has questioned yet. */
interface Weighed extends Observed {
  readonly scale: Scale
  readonly prior: Bits
  /** By pair, the bits of all channels. */
  readonly alone: Float64Array
}

/** How far weights are believed, and what they then say. */
export interface Believed {
  readonly slopes: Slopes
  readonly dampings: Scale['dampings']
  /** By pair, the probability of one controller. */
  readonly controller: Float64Array
}

/** As far as the times of pairs bear them out, and less what one family of evidence says alone. */
export function asTimeTells({ alone, prior, ...observed }: Weighed): Believed {
  const { lives, scale } = observed
  const told = { bits: mapped(alone, (own) => prior + own), time: levelsOfTime(lives) }
  const found = witnessedAlone(told, lonePairs(observed), scale.gap, scale.dampings.across)
  const { slopes, overlaps, bits } = found
  const time = bitsOfTimes(scale, lives)
  const controller = mapped(bits, (own, pair) =>
    bitsToProbability(slopes.alpha + slopes.prior * own + at(time, pair)),
  )
  return { slopes, dampings: { ...scale.dampings, across: overlaps }, controller }
}

/** Whole: where little is known of shops, what agrees alone had no company to miss. */
export function atTheirWord({ alone, prior, scale, lives }: Weighed): Believed {
  const time = bitsOfTimes(scale, lives)
  const controller = mapped(alone, (own, pair) => bitsToProbability(prior + own + at(time, pair)))
  return { slopes: uniformSlopes(0, 1), dampings: scale.dampings, controller }
}

import { mapped, sharedNumbers } from '../domain/columns/large-arrays.ts'
import { Family } from '../domain/link.ts'
import type { Bits } from '../domain/units.ts'
import { type Chunks, chunkTask, eachChunk } from './family-sums.ts'
import { at } from './key-column.ts'
import { fixedPointPrior } from './learn/prior.ts'
import type { Model } from './model.ts'
import type { ChannelWeights } from './weights.ts'

/** That two shops draw on one supplier, or one copies what the other shows, without one controller; by pair. */
export interface Supply {
  readonly probability: Float64Array
  /** What place and catalogue are worth against chance. */
  readonly bits: Float64Array
}

/** The weaker of place and catalogue counts half as a sign of one supply: it has one cause with the stronger. */
const weaker = 0.5
/** The families that speak of the goods. */
const goods = ['place', 'catalogue'] as const

/** What place and catalogue are worth as signs of one supply, in bits, by pair. `weights` stand by place in the channel table. */
export function supplyBits(chunks: Chunks, weights: readonly ChannelWeights[]): Float64Array {
  const { encoded, scale, pairs } = chunks
  const bits = sharedNumbers(pairs.left.length)
  const channels = weights.map((own, n) => (encoded.columns[n]?.rule.anybodys ? silent(own) : own))
  eachChunk(supplyTask, { ...chunks, scale: { ...scale, channels } }, { bits })
  return bits
}

/** Writes what the goods of each pair say. */
export const supplyTask = chunkTask(
  'supply',
  ({ bits }: { readonly bits: Float64Array }) =>
    (sums, first, end) => {
      const [place, catalogue] = goods.map((family) => Family.options.indexOf(family))
      const one = sums[place ?? 0]?.agreement as Float64Array
      const other = sums[catalogue ?? 0]?.agreement as Float64Array
      for (let i = 0; i < end - first; i++) {
        const [most, least] = [
          Math.max(at(one, i), at(other, i)),
          Math.min(at(one, i), at(other, i)),
        ]
        bits[first + i] = most + weaker * least
      }
    },
)

/** What anybody carries is no sign of one supplier. */
function silent({ m, u, bits }: ChannelWeights): ChannelWeights {
  return { m, u, bits: new Float64Array(bits.length) }
}

/** Log-odds, in bits, that two shops of this store picked at random share supply without one controller; `controller` by pair. */
export function supplyPrior(bits: Float64Array, controller: Float64Array, shops: number): Bits {
  const others = mapped(controller, (own) => 1 - own)
  return fixedPointPrior(bits, others, Math.max(1, (shops * (shops - 1)) / 2)) as Bits
}

/**
 * The third outcome. Of what speaks for one controller, place and catalogue speak for one supply as well; here they are weighed against chance
 * alone, while for one controller they are weighed against strangers, dealers of one supplier among them. A pair that is not one controller's shares
 * supply with the odds of that weight and of the model's prior. `controller` holds the probabilities of one controller.
 */
export function supplyOf(
  chunks: Omit<Chunks, 'scale'>,
  model: Model,
  controller: Float64Array,
): Supply {
  const bits = supplyBits({ ...chunks, scale: model }, model.supply.channels)
  const probability = mapped(bits, (own, pair) =>
    0 < own ? (1 - at(controller, pair)) / (1 + 2 ** -(model.supply.prior + own)) : 0,
  )
  return { probability, bits }
}

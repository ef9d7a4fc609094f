import { largeNumbers } from '../domain/columns/large-arrays.ts'
import type { Bits } from '../domain/units.ts'
import { fixedPointPrior } from './learn/prior.ts'

/** Log-odds, in bits, that two shops of this store picked at random have one controller. */
export function storePrior(bits: Float64Array, shops: number): Bits {
  const eligible = Math.max(1, (shops * (shops - 1)) / 2)
  return fixedPointPrior(bits, largeNumbers(bits.length).fill(1), eligible) as Bits
}

import { compareCrossed } from '../kernels/compare-crossed.ts'
import { compareTexts, type Kernel } from '../kernels/compare-texts.ts'
import { nearKinds } from '../kernels/near-levels.ts'
import { bandsOf } from '../kernels/rarity-bands.ts'
import type { IdentityChannel } from './identity-table.ts'

/** How the records of a table compare in one channel. */
export function kernelOf({ column, near, crossed }: IdentityChannel): Kernel {
  const { codes, holders, values } = column
  const kernel = compareTexts(codes, bandsOf(holders), nearKinds[near](values))
  return crossed === undefined ? kernel : compareCrossed(kernel, codes, crossed)
}

import { totalmem } from 'node:os'
import type { ResourceLimits } from 'node:worker_threads'

/** Left to the database, the system and whatever else runs there. */
const shareOfMemory = 0.75
/** What is made and soon dropped fits in; with the 48 MB that are usual, a tenth of a heavy job goes into copying what is to be dropped later. */
export const youngMegabytes = 192
const bytesPerMegabyte = 1_048_576

/** How much a heavy job may take: Node gives 4 GB at most unless it is told, which a store of a few hundred thousand shops is more than. */
export function heapLimits(): ResourceLimits {
  const constrained = process.constrainedMemory()
  const memory = 0 < constrained ? Math.min(totalmem(), constrained) : totalmem()
  return {
    maxOldGenerationSizeMb: Math.floor((shareOfMemory * memory) / bytesPerMegabyte),
    maxYoungGenerationSizeMb: youngMegabytes,
  }
}

import { totalmem } from 'node:os'
import { setFlagsFromString } from 'node:v8'
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

/** By how much of what lives in it a heap may grow before it is looked through for what can go. */
const growthPercent = 60

/**
 * Has heaps of this process looked through whenever they have grown by part of what lives in them, until it is disposed of. V8 would let them grow fourfold, or half way to their bound, which at a million
 * shops is ten gigabytes that nobody needs any longer.
 */
export function frugalHeap(): Disposable {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
  return { [Symbol.dispose]: () => setFlagsFromString('--heap-growing-percent=0') }
}

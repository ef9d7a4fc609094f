import { heapLimits } from '../../server/jobs/heap-limits.ts'

/** What every process of the product sets for itself (`bin/revenant.mjs`). */
export const processFlags: readonly string[] = ['--no-allocation-site-pretenuring']

/** The memory that a heavy job gets in its worker, as flags of a process: what a bench measures without them is another program. */
export function workerFlags(): string[] {
  const { maxOldGenerationSizeMb, maxYoungGenerationSizeMb = 0 } = heapLimits()
  // A young generation holds three times a half-space.
  const halfSpace = Math.floor(maxYoungGenerationSizeMb / 3)
  return [
    ...processFlags,
    `--max-old-space-size=${maxOldGenerationSizeMb}`,
    `--max-semi-space-size=${halfSpace}`,
  ]
}

import { z } from 'zod'

import { EpochMs } from './units.ts'

/**
 * A file whose loading, or taking back, began and has not ended: it still goes on, or it was broken off. The store may then hold any part of what the file says, beside what an earlier version of
 * it said.
 */
export const UnfinishedSource = z.object({
  /** `dataset.name/path-of-file`. */
  id: z.string(),
  what: z.enum(['load', 'withdrawal']),
  /** When it began. */
  since: EpochMs,
})
export type UnfinishedSource = z.infer<typeof UnfinishedSource>

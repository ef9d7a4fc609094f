import { z } from 'zod'

import { Audience } from './paper/lead.ts'
import { KeptStamp, StampFailure } from './time-stamp.ts'
import { EpochMs, Sha256 } from './units.ts'

/** A package that was sealed for one recipient. */
export const SealedLead = z.object({
  /** `L-2026-000001-v1`. */
  id: z.string(),
  ring: z.string(),
  run: z.int(),
  recipient: z.string(),
  sealedAt: EpochMs,
  sealedBy: z.string(),
  /** Absent when nobody but the author looked at it; the package says so. */
  approvedBy: z.string().optional(),
  /** Absent where it was sealed in one go, without a draft. */
  audience: Audience.optional(),
  supersedes: z.string().optional(),
  /** Of the package's bytes. */
  sha256: Sha256,
  size: z.int(),
  /** Stands beside the package, whose bytes stay what they were. */
  stamp: KeptStamp.optional(),
  /** The latest attempt, where it gave no time stamp. */
  unstamped: StampFailure.optional(),
})
export type SealedLead = z.infer<typeof SealedLead>

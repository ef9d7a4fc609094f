import { z } from 'zod'

import { EpochMs } from '../units.ts'
import { Person, Wording } from './words.ts'

/** Why something is forgotten, as a permanent code. */
export const ForgetReason = z.enum([
  /** A person asked for it. */
  'erasure_request',
  /** The time for which it may be kept has ended. */
  'retention_ended',
  /** It should never have been collected. */
  'unlawful',
  /** It is about somebody else, or wrong. */
  'mistaken',
  /** A court or an authority ordered it. */
  'ordered',
])
export type ForgetReason = z.infer<typeof ForgetReason>

/** That something was forgotten: how much, when, by whom and why; never what, nor about whom. */
export const Forgetting = z.object({
  /** Whether the versions of a dataset that were no longer current, one record, or all that names one node. */
  what: z.enum(['dataset', 'record', 'node']),
  reason: ForgetReason,
  /** In words, without what was forgotten. */
  because: Wording,
  by: Person,
  at: EpochMs,
  /** How many versions of records; absent while it goes on, and where it was broken off. */
  versions: z.int().optional(),
})
export type Forgetting = z.infer<typeof Forgetting>

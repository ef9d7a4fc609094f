import { z } from 'zod'

import { EpochMs, IsoDate } from './units.ts'

/**
 * Why a value says nothing of who is behind it: so many hold it, so many took it up within a short time, or a person said so.
 */
export const GenericReason = z.enum(['holders', 'taken_up_fast', 'ruled'])

/** Since when and why a value counts for nothing as identity. */
export const Genericness = z.object({
  /** The day on which the last holder that it takes was first seen with it, or of the ruling; absent where too few of the dates are known. */
  since: IsoDate.optional(),
  reason: GenericReason,
  /** Controllers that hold it, as far as shops can be put together. */
  holders: z.int(),
  /** How many of them took it up within 90 days, where that is the reason. */
  controllersIn90Days: z.int().optional(),
  /** Who ruled so, and what for. */
  by: z.string().optional(),
  because: z.string().optional(),
})
export type Genericness = z.infer<typeof Genericness>

/** A value that a run found generic, by the key of its node. */
export const GenericValue = Genericness.extend({ key: z.string() })
export type GenericValue = z.infer<typeof GenericValue>

/** What a person says of a value, over what is counted. Never deleted: undo retracts. */
export const GenericRuling = z.object({
  id: z.string(),
  /** Key of the node. */
  value: z.string(),
  /** False: it counts, however many hold it. */
  generic: z.boolean(),
  by: z.string(),
  on: IsoDate,
  because: z.string(),
  retractedAt: EpochMs.optional(),
})
export type GenericRuling = z.infer<typeof GenericRuling>

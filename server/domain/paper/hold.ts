import { z } from 'zod'

import { EpochMs, IsoDate } from '../units.ts'
import { Person, Wording } from './words.ts'

/** A shop that nobody may take down, warn or test-buy for now, because someone watches it. */
export const Hold = z.object({
  /** Key of the shop. */
  shop: z.string().min(1).max(2_000),
  /** The last day on which it holds. */
  until: IsoDate,
  why: Wording,
  by: Person,
  at: EpochMs,
  /** Lifted before its day. */
  releasedAt: EpochMs.optional(),
})
export type Hold = z.infer<typeof Hold>

/** True on every day up to the last, unless it was lifted. */
export function isHeld({ until, releasedAt }: Hold, today: IsoDate): boolean {
  return releasedAt === undefined && today <= until
}

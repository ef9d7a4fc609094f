import { z } from 'zod'

import { dayOfMoment, EpochMs, IsoDate } from '../units.ts'
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

/** Whether it holds at the end of a day: from the day on which it was placed to its last, unless it had been lifted. */
export function isHeld({ at, until, releasedAt }: Hold, day: IsoDate): boolean {
  const isLifted = releasedAt !== undefined && dayOfMoment(releasedAt) <= day
  return dayOfMoment(at) <= day && day <= until && !isLifted
}

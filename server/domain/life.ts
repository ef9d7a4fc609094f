import { z } from 'zod'

import { IsoDate } from './units.ts'

export const LifeBegan = z.enum(['opened', 'taken_over', 'reinstated'])
export const LifeEnded = z.enum(['counterfeit', 'owner', 'inactive', 'sold', 'other'])
export type LifeEnded = z.infer<typeof LifeEnded>

/** One stretch in which a shop traded under one owner. Succession joins lives, not shops. */
export const Life = z.object({
  from: IsoDate.optional(),
  /** Absent while the life goes on, and when nobody recorded an end. */
  to: IsoDate.optional(),
  began: LifeBegan,
  ended: LifeEnded.optional(),
})
export type Life = z.infer<typeof Life>

/** Whether a life is over; that it ended is often on record where the day is not. */
export function isOver({ to, ended }: Pick<Life, 'to' | 'ended'>): boolean {
  return to !== undefined || ended !== undefined
}

/** Whether a life was over by the end of a day; one that ended on a day that nobody recorded was. */
export function isOverBy({ to, ended }: Pick<Life, 'to' | 'ended'>, day: string): boolean {
  return to === undefined ? ended !== undefined : to <= day
}

/** As much of a life as had happened by the end of a day: an end that came later has not come yet. Undefined where it had not begun; what bears no date had happened. */
export function lifeBy<T extends Life>(
  life: T,
  day: IsoDate,
): T | Omit<T, 'to' | 'ended'> | undefined {
  const { from, to } = life
  if (from !== undefined && day < from) return undefined
  if (to === undefined || to <= day) return life
  const { to: _to, ended: _ended, ...going } = life
  return going
}

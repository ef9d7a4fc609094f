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

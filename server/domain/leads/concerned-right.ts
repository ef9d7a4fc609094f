import { z } from 'zod'

import { IsoDate } from '../units.ts'

/** Somebody who may deal in goods under a right, as its rows state it. */
export const Authorised = z.object({
  /** As stated; under a number where it is somebody outside the ring. */
  party: z.string(),
  /** Shops of the ring that are this party, or are registered to it. */
  shops: z.array(z.string()),
  /** `key`: the row names the shop or its registrant by key; `name`: by a name that reads the same; `none`: nobody of the ring. */
  by: z.enum(['key', 'name', 'none']),
  territory: z.string().optional(),
  from: IsoDate.optional(),
  to: IsoDate.optional(),
  evidence: z.array(z.string()),
})
export type Authorised = z.infer<typeof Authorised>

/** One registered right that a lead is about. */
export const ConcernedRight = z.object({
  /** `dataset/right_id`. */
  id: z.string(),
  office: z.string(),
  number: z.string(),
  holder: z.string(),
  mark: z.string().optional(),
  classes: z.array(z.string()),
  validFrom: IsoDate.optional(),
  validTo: IsoDate.optional(),
  /** On the day of the run; unknown where a day is missing. */
  inForce: z.enum(['yes', 'no', 'unknown']),
  /** How it comes into the lead. */
  because: z.object({
    /** Test buys of the ring's shops that name it. */
    testBuys: z.int(),
    /** Shops and listings of the ring that show its mark as their brand. */
    shops: z.int(),
    listings: z.int(),
    /** Whether the author of the lead named it. */
    stated: z.boolean(),
  }),
  /** Shops of the ring that it concerns; all of them where nothing but the author says so. */
  shops: z.array(z.string()),
  authorised: z.array(Authorised),
  evidence: z.array(z.string()),
})
export type ConcernedRight = z.infer<typeof ConcernedRight>

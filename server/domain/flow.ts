import { z } from 'zod'

import { IsoDate } from './units.ts'

/** Parcels of one day on one hop. */
export const FlowDay = z.object({
  /** When they were sent, or received where the record has no other date. */
  on: IsoDate,
  parcels: z.int(),
  /** Of them, those whose record names a shop of the ring. */
  ofRing: z.int(),
  /** Of them, those whose record names the sender and whose first scan lies at the place where they left: both ends were seen. */
  bothEnds: z.int(),
})
export type FlowDay = z.infer<typeof FlowDay>

/** What went one hop, as parcels and relations tell it; dates are kept so that any period of it can be shown. */
export const Flow = z.object({
  /** The factory that sent the parcels; absent where their records name none. */
  from: z.string().optional(),
  /** The origin or place where they left, or where a relation says that the factory packs. */
  to: z.string(),
  /** By day. */
  days: z.array(FlowDay),
  /** Parcels without any date. */
  undated: z.int(),
  /** Of them, those whose record names a shop of the ring. */
  undatedOfRing: z.int(),
  /** Records of relations that join the two ends without a parcel. */
  stated: z.int(),
  /** The first day of a stated relation, when one is known. */
  statedOn: IsoDate.optional(),
  /** Shops of the ring whose parcels went this way, sorted. */
  shops: z.array(z.string()),
})
export type Flow = z.infer<typeof Flow>

/** What is known of how a factory or origin was seen, beside the flows. */
export const SiteSeen = z.object({
  key: z.string(),
  firstSeen: IsoDate.optional(),
  lastSeen: IsoDate.optional(),
  /** Grades of the evidence that its records cite, such as `B2`, best first. */
  grades: z.array(z.string()),
})
export type SiteSeen = z.infer<typeof SiteSeen>

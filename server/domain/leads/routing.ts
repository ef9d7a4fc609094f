import { z } from 'zod'

import { IsoDate } from '../units.ts'

/** What is done at a place, as far as who is competent may follow from it. */
export const RouteUse = z.enum(['make', 'store', 'dispatch', 'sell', 'pay'])
export type RouteUse = z.infer<typeof RouteUse>

export const AgencyKind = z.enum([
  'public_security',
  'market_regulation',
  'drug_administration',
  'customs',
])
export type AgencyKind = z.infer<typeof AgencyKind>

/** One row of a dated table that anybody can edit. */
export const Agency = z.object({
  kind: AgencyKind,
  /** GB/T 2260; `000000` for a national body. */
  province: z.string().regex(/^\d{6}$/),
  name: z.object({ en: z.string(), 'zh-CN': z.string() }),
  validFrom: IsoDate.optional(),
  validTo: IsoDate.optional(),
  asOf: IsoDate,
  source: z.string(),
})
export type Agency = z.infer<typeof Agency>

/** Something in the graph where shops of a lead make, keep, send, sell or are paid. */
export const RoutePlace = z.object({
  use: RouteUse,
  key: z.string(),
  name: z.string(),
  /** GB/T 2260; null where no record says in which province it is. */
  province: z.string().nullable(),
  /** What says so: a region or address, or the number of the registrant. */
  by: z.enum(['address', 'number', 'none']),
  shops: z.array(z.string()),
  /** Used by so many others that it says nothing of who is competent. */
  shared: z.boolean(),
})
export type RoutePlace = z.infer<typeof RoutePlace>

/** The part of a lead that one province is proposed for. */
export const Jurisdiction = z.object({
  /** Null for shops of which no place is known, where no other shop's is either. */
  province: z.string().nullable(),
  name: z.object({ en: z.string(), 'zh-CN': z.string() }).nullable(),
  /** Each shop of the lead stands in one jurisdiction. */
  shops: z.array(z.string()),
  /** Those among them without a place of their own, which go with the rest of the lead. */
  following: z.int(),
  /** How many shops of the lead, its own or not, have a place of each use here. */
  uses: z.partialRecord(RouteUse, z.int()),
  /** First the one proposed, then others that may be competent. */
  agencies: z.array(Agency),
})
export type Jurisdiction = z.infer<typeof Jurisdiction>

export const Routing = z.object({
  /** The first is proposed as the main one. */
  jurisdictions: z.array(Jurisdiction),
  places: z.array(RoutePlace),
})
export type Routing = z.infer<typeof Routing>

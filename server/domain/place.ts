import { z } from 'zod'

import { IsoDate, Sha256 } from './units.ts'

/** What can be done at a place, in the order of goods. */
export const placeRoles = [
  'make',
  'finish',
  'label',
  'store',
  'pack',
  'dispatch',
  'return',
  'office',
] as const
export const PlaceRole = z.enum(placeRoles)
export type PlaceRole = z.infer<typeof PlaceRole>

/** What a statement about a place rests on, the weakest first: a register, a label or sender line, what somebody told, what somebody saw. */
export const placeBases = ['registered', 'printed', 'reported', 'observed'] as const
export const PlaceBasis = z.enum(placeBases)
export type PlaceBasis = z.infer<typeof PlaceBasis>

/** One thing that is done at a place, on one basis. */
export const PlaceUse = z.object({
  /** Absent where it is only said that somebody is there. */
  role: PlaceRole.optional(),
  basis: PlaceBasis,
  /** Days from and to which it is said; absent where no source gives one. */
  first: IsoDate.optional(),
  last: IsoDate.optional(),
  /** Distinct records that say so. */
  count: z.int(),
  /** Of them the first twenty by hash. */
  records: z.array(Sha256),
})
export type PlaceUse = z.infer<typeof PlaceUse>

/** Somebody was there: a site visit, an inspection, a raid, a seizure. */
export const PlaceVisit = z.object({
  event: z.string(),
  on: IsoDate.optional(),
  result: z.string().optional(),
  record: Sha256,
})
export type PlaceVisit = z.infer<typeof PlaceVisit>

/** Another node that is taken for the same place. */
export const SamePlace = z.object({
  key: z.string(),
  /** log₂ of the odds that it is the same, against the node that it is most like. */
  bits: z.number(),
})
export type SamePlace = z.infer<typeof SamePlace>

/** A place or an address that parcels leave from, with what is done there and what says so. */
export const PlaceFacts = z.object({
  key: z.string(),
  name: z.string(),
  /** Nodes that are taken for the same place, sorted by key; absent where there are none. */
  sameAs: z.array(SamePlace.extend({ name: z.string() })).optional(),
  /** By role in the order of goods, then by basis, the strongest first. */
  uses: z.array(PlaceUse),
  /** Latest first. */
  visits: z.array(PlaceVisit),
  /** False where nothing shows that anybody saw it: it may be an address on paper. */
  seenOnSite: z.boolean(),
})
export type PlaceFacts = z.infer<typeof PlaceFacts>

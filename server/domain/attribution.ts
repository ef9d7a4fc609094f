import { z } from 'zod'

import { NodeKind } from './graph.ts'
import { PlaceFacts } from './place.ts'
import { Probability, Sha256 } from './units.ts'

/** One step of a path from a shop of the ring to a factory or place, with what supports it. */
export const TraceStep = z.object({
  from: z.string(),
  relation: z.string(),
  to: z.string(),
  /** Distinct records behind the step. */
  records: z.array(Sha256),
})
export type TraceStep = z.infer<typeof TraceStep>

/** One reason for or against a factory, in bits against "a factory that no record leads to". */
export const SupplyClue = z.object({
  /** What was observed, by permanent code, such as `parcels-sent`. */
  says: z.string(),
  /** log₂ of the odds that it adds; below 0 where it speaks against. */
  bits: z.number(),
  /** How many shops, parcels, test buys or addresses it is about; absent where nothing is counted. */
  count: z.int().optional(),
  /** Distinct records behind it, sorted. */
  records: z.array(Sha256),
})
export type SupplyClue = z.infer<typeof SupplyClue>

/** One factory or place that a ring's goods may come from, with what is known and what is missing. */
export const Attribution = z.object({
  ring: z.string(),
  target: z.string(),
  kind: NodeKind,
  name: z.string(),
  rank: z.int().min(1),
  /** Distinct waybills, test buys and stated links that lead there. */
  parcels: z.int(),
  testBuys: z.int(),
  links: z.int(),
  /** Shops of the ring that it serves, sorted. */
  shops: z.array(z.string()),
  /** Shops outside the ring that it serves; many of them make it shared infrastructure. */
  strangers: z.int(),
  hub: z.boolean(),
  path: z.array(TraceStep),
  /** Index in `path` of the step with the least support. */
  weakest: z.int().min(0),
  /** Codes of evidence that would settle the claim and is not there, such as `no-test-buy`. */
  missing: z.array(z.string()),
  /** Other nodes that are taken for the same factory, by name, address and the like, sorted; absent where there are none. */
  sameAs: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** log₂ of the odds that it is the same, against the node that it is most like. */
        bits: z.number(),
      }),
    )
    .optional(),
  /** Where it is and what is done there, at most ten; absent where no place is known, and in runs of versions that did not say. */
  places: z.array(PlaceFacts).optional(),
  /** Places beyond these; absent when there are none. */
  placesOmitted: z.int().optional(),
  /**
   * Of a factory: that it supplies most shops of the ring, or of several that do the latest one. Those of all factories of a ring add up to 1 with what is left for a factory
   * that no record leads to. Absent for places and origins, for factories that only a hub leads to, and in runs of earlier versions.
   */
  probability: Probability.optional(),
  /** Of a factory: what its odds are made of, base first, then by bits; they add up to log₂ of its odds against an unknown factory. */
  ledger: z.array(SupplyClue).optional(),
})
export type Attribution = z.infer<typeof Attribution>

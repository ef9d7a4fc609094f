import { z } from 'zod'

import { NodeKind } from './graph.ts'
import { Sha256 } from './units.ts'

/** One step of a path from a shop of the ring to a factory or place, with what supports it. */
export const TraceStep = z.object({
  from: z.string(),
  relation: z.string(),
  to: z.string(),
  /** Distinct records behind the step. */
  records: z.array(Sha256),
})
export type TraceStep = z.infer<typeof TraceStep>

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
})
export type Attribution = z.infer<typeof Attribution>

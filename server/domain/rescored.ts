import { z } from 'zod'

import { GenericReason, GenericValue } from './generic.ts'
import { LinkKind } from './link.ts'
import { IsoDate, Probability } from './units.ts'

/** A link of the run before that stood on a value which has become generic since. */
export const Rescored = z.object({
  /** Key of the value. */
  value: z.string(),
  since: IsoDate.optional(),
  reason: GenericReason,
  from: z.string(),
  to: z.string(),
  kind: LinkKind,
  before: Probability,
  /** Absent when the link is now too improbable to be kept. */
  after: Probability.optional(),
})
export type Rescored = z.infer<typeof Rescored>

/** The values that counted for nothing in a run, sorted by key, and what that changed against the run before. */
export const RunGenerics = z.object({
  values: z.array(GenericValue),
  rescored: z.array(Rescored),
})
export type RunGenerics = z.infer<typeof RunGenerics>

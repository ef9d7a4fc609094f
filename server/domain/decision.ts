import { z } from 'zod'

import { EpochMs, IsoDate } from './units.ts'

export const Verdict = z.enum(['same', 'different', 'unsure'])
export type Verdict = z.infer<typeof Verdict>

/** `ground_truth`: a confession, a judgment, a platform's own log; `blind`: decided with the score hidden; `reviewed`: with it seen. */
export const DecisionBasis = z.enum(['ground_truth', 'blind', 'reviewed'])
export type DecisionBasis = z.infer<typeof DecisionBasis>

/** What a person says of two shops. Never deleted: undo retracts. `a` < `b` by key. */
export const Decision = z.object({
  id: z.string(),
  a: z.string(),
  b: z.string(),
  verdict: Verdict,
  basis: DecisionBasis,
  by: z.string(),
  on: IsoDate,
  because: z.string().optional(),
  retractedAt: EpochMs.optional(),
})
export type Decision = z.infer<typeof Decision>

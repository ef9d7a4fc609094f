import { z } from 'zod'

/** What of a ring a lead is about, where its author chose some of its shops; it names none of the others. */
export const LeadScope = z.object({
  /** Shops of the whole ring. */
  size: z.int(),
  leftOut: z.int(),
  /** Chosen shops that only shops left out join to the chosen one nearest to them, with how many of those are on the way. */
  lost: z.array(z.object({ shop: z.string(), to: z.string(), through: z.int() })),
  /** Factories and places that no chosen shop leads to, or none over what leaves. */
  targets: z.int(),
  /** Whether shops left out lead to factories or places that are told of, so that their counts are of the whole ring. */
  shared: z.boolean(),
})
export type LeadScope = z.infer<typeof LeadScope>

import { z } from 'zod'

import { OutcomeKind } from '../paper/lead.ts'
import { IsoDate } from '../units.ts'

/** What came of a lead and speaks for the shops that it was about. */
export const ClearedOutcome = z.object({
  /** `L-2026-000001-v1`. */
  lead: z.string(),
  kind: OutcomeKind.extract(['acquitted', 'not_prosecuted', 'unfounded']),
  on: IsoDate,
  /** Persons; absent where it was not said. */
  count: z.int().optional(),
  /** The document that says so. */
  source: z.string(),
  /** Whether a second person compared it with the document. */
  verified: z.boolean(),
  /** Those of the asked shops that the lead was about, sorted. */
  shops: z.array(z.string()),
})
export type ClearedOutcome = z.infer<typeof ClearedOutcome>

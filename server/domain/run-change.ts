import { z } from 'zod'

import { LinkKind } from './link.ts'
import { Rescored } from './rescored.ts'
import { EventCause } from './ring-event.ts'
import { Run } from './run.ts'
import { Probability } from './units.ts'

/** What became of rings between two runs, in the order in which people are told it. */
export const RingChangeCode = z.enum([
  'new',
  'returned',
  'merged',
  'split',
  'grown',
  'shrunk',
  'regrouped',
  'retired',
  'unchanged',
])
export type RingChangeCode = z.infer<typeof RingChangeCode>

/** A ring as one of the two runs has it. */
export const RingBrief = z.object({
  id: z.string(),
  name: z.string(),
  rank: z.int().min(1),
  size: z.int(),
})
export type RingBrief = z.infer<typeof RingBrief>

/** One ring by its id, in one of two runs or in both. */
export const RingChange = z.object({
  id: z.string(),
  change: RingChangeCode,
  /** As the earlier run has it; absent when it is new or returned. */
  before: RingBrief.optional(),
  /** As the later run has it; absent when it is retired. */
  after: RingBrief.optional(),
  /** Other rings of the earlier run of which it took shops, and other rings of the later run that took shops of it, by id. */
  from: z.array(RingBrief),
  to: z.array(RingBrief),
  /** Keys of shops that were in these rings and still are, that came in, and that went, each sorted. */
  kept: z.array(z.string()),
  gained: z.array(z.string()),
  lost: z.array(z.string()),
  /** What brought it about, as the later run told it; absent between runs that do not follow one another. */
  causes: z.array(EventCause).optional(),
  causesOmitted: z.int().optional(),
})
export type RingChange = z.infer<typeof RingChange>

/** A link that one of two runs has and the other has not. */
export const LinkChange = z.object({
  change: z.enum(['gained', 'lost']),
  from: z.string(),
  to: z.string(),
  kind: LinkKind,
  /** In the run that has it. */
  probability: Probability,
  /** The ring of the later run that holds one of its shops; absent when none does. */
  ring: z.string().optional(),
})
export type LinkChange = z.infer<typeof LinkChange>

/** Of each list of changes at once. */
export const mostChangesTold = 1_000

/** What a run says that an earlier one did not. */
export const RunChanges = z.object({
  since: Run,
  run: Run,
  rings: z.array(RingChange),
  /** The surest first. */
  links: z.array(LinkChange),
  /** Links that both runs have. */
  keptLinks: z.int(),
  /** Links that stood on a value which has become generic since. */
  rescored: z.array(Rescored),
})
export type RunChanges = z.infer<typeof RunChanges>

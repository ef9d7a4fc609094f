import { z } from 'zod'

import { IsoDate, Probability } from './units.ts'

/** What became of a ring in a run against the run before. */
export const RingEventCode = z.enum([
  'new',
  'returned',
  'merged',
  'split',
  'grown',
  'shrunk',
  'regrouped',
  'retired',
])
export type RingEventCode = z.infer<typeof RingEventCode>

/** Why shops came together or apart, in the order in which people are told it. */
export const EventCauseCode = z.enum([
  'decision',
  'generic',
  'shop_first_seen',
  'shop_gone',
  'link_gained',
  'link_lost',
  'grouping',
])
export type EventCauseCode = z.infer<typeof EventCauseCode>

/** One reason for an event. */
export const EventCause = z.object({
  cause: EventCauseCode,
  /** The shop that was seen or went, or the two whose link changed; empty where nothing but the division of the whole did it. */
  shops: z.array(z.string()),
  /** The value that became generic, where that is the cause. */
  value: z.string().optional(),
  /** Of one controller, in the run before and now; absent where that run keeps no link of the two. */
  before: Probability.optional(),
  after: Probability.optional(),
})
export type EventCause = z.infer<typeof EventCause>

export const RingEvent = z.object({
  change: RingEventCode,
  /** Other rings of the run before of which it took shops, sorted. */
  from: z.array(z.string()),
  /** Other rings of this run that took shops of it, sorted. */
  to: z.array(z.string()),
  /** Keys of shops that came in and went, sorted. */
  gained: z.array(z.string()),
  lost: z.array(z.string()),
  /** The first of them by code, then by shops; empty in the first run of a store. */
  causes: z.array(EventCause),
  causesOmitted: z.int(),
  /** True where nothing but links that hover about the threshold brought it about; absent otherwise. */
  slight: z.boolean().optional(),
})
export type RingEvent = z.infer<typeof RingEvent>

/** A ring as it last was, in the run from which on it is no more. Its id is kept for it. */
export const RetiredRing = z.object({
  id: z.string(),
  name: z.string(),
  /** Sorted. */
  shops: z.array(z.string()),
  /** The day to which the first run that had it answers. */
  since: IsoDate.optional(),
  event: RingEvent,
})
export type RetiredRing = z.infer<typeof RetiredRing>

/** What a run changed in the book of rings and shops: read from the first run on, these say which ids were ever used and which shops were ever known. */
export const RunLineage = z.object({
  /** By id. */
  retired: z.array(RetiredRing),
  /** Keys of shops that the store did not hold in the run before, sorted; all of them in the first. */
  firstSeen: z.array(z.string()),
  /** Keys of shops that it no longer holds, sorted. */
  gone: z.array(z.string()),
})
export type RunLineage = z.infer<typeof RunLineage>

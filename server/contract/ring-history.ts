import { z } from 'zod'

import { Ring } from '../domain/ring.ts'
import { RingEvent } from '../domain/ring-event.ts'
import { EpochMs, IsoDate } from '../domain/units.ts'

export const RingHistoryQuery = z.object({
  /** Runs at most, latest first. */
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})

/** A ring as one run knew it. */
export const RingInRun = z.object({
  run: z.int().min(1),
  at: EpochMs,
  asOf: IsoDate,
  /** Absent in runs that have no ring by this id. */
  ring: z
    .object({
      name: z.string(),
      rank: z.int().min(1),
      size: z.int(),
      live: z.int(),
      closed: z.int(),
      /** Keys, first opened first. */
      shops: z.array(z.string()),
    })
    .optional(),
  /** What became of it against the run before; absent where its shops stayed the same. */
  event: RingEvent.optional(),
})
export type RingInRun = z.infer<typeof RingInRun>

export const RingHistoryAnswer = z.object({
  id: z.string(),
  /** Latest first. */
  items: z.array(RingInRun),
  omitted: z.int(),
})
/** What became of a ring and why, as it passes the wire: the client takes it from here. */
export type { EventCause, RingEvent } from '../domain/ring-event.ts'

export type RingHistoryAnswer = z.infer<typeof RingHistoryAnswer>

const runNumber = z.coerce.number().int().min(1)

export const RingInRunParams = z.object({ id: z.string().min(1).max(2_000), run: runNumber })
export const RingInRunAnswer = z.object({ ring: Ring })

export const RingComparedQuery = z.object({
  /** The earlier of the two runs; the one before `run` when absent. */
  since: runNumber.optional(),
  /** The current one when absent. */
  run: runNumber.optional(),
})

/** The shops of one ring in two runs. */
export const RingCompared = z.object({
  id: z.string(),
  since: z.int(),
  run: z.int(),
  /** False where that run has no ring by this id; its shops are then none. */
  stoodThen: z.boolean(),
  standsNow: z.boolean(),
  /** Keys, each sorted. */
  stayed: z.array(z.string()),
  in: z.array(z.string()),
  out: z.array(z.string()),
  /** What became of the ring in every run after `since` up to `run`, latest first. */
  events: z.array(z.object({ run: z.int(), asOf: IsoDate, event: RingEvent })),
})
export type RingCompared = z.infer<typeof RingCompared>

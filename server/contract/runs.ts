import { z } from 'zod'

import { Rescored } from '../domain/rescored.ts'
import { Run } from '../domain/run.ts'
import { LinkChange, mostChangesTold, RingChange, RingChangeCode } from '../domain/run-change.ts'

export const RunsAnswer = z.object({
  /** Latest first. */
  items: z.array(Run),
})

export const RunNumber = z.object({ id: z.coerce.number().int().min(1) })

export const ChangesQuery = z.object({
  /** The run to compare with; the one before when absent. */
  since: z.coerce.number().int().min(1).optional(),
  /** Only rings of which this became; all when absent. */
  change: RingChangeCode.optional(),
  /** Of each list. */
  limit: z.coerce.number().int().min(1).max(mostChangesTold).default(100),
})

/** What became of rings and links between two runs. The numbers are of everything; each list holds as much as was asked for. */
export const ChangesAnswer = z.object({
  since: Run,
  run: Run,
  rings: z.object({
    counts: z.partialRecord(RingChangeCode, z.int()),
    items: z.array(RingChange),
    /** Those asked for that are not among the items. */
    omitted: z.int(),
  }),
  links: z.object({
    gained: z.int(),
    lost: z.int(),
    kept: z.int(),
    items: z.array(LinkChange),
    omitted: z.int(),
  }),
  /** Links that stood on a value which counts for nothing since. */
  rescored: z.object({ items: z.array(Rescored), total: z.int(), omitted: z.int() }),
  /** What the shops and values of these lists are called now, by key; what left the graph is missing. */
  names: z.record(z.string(), z.string()),
})
export type ChangesAnswer = z.infer<typeof ChangesAnswer>

export type { Rescored } from '../domain/rescored.ts'
export type { Run } from '../domain/run.ts'
/** What changed, as it passes the wire: the client takes it from here. */
export type { LinkChange, RingBrief, RingChange, RingChangeCode } from '../domain/run-change.ts'

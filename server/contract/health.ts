import { z } from 'zod'

import { NodeKind } from '../domain/graph.ts'
import { Run } from '../domain/run.ts'
import { UnfinishedSource } from '../domain/unfinished.ts'

/** Which data the page shows: the synthetic demo, or what the user loaded. They never mix. */
export const StoreRole = z.enum(['demo', 'own'])
export type StoreRole = z.infer<typeof StoreRole>

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.object({ role: StoreRole, label: z.string() }),
  /** Absent before the first `detect`. */
  run: Run.optional(),
  /** With `records` absent while a large store is counted, once after each load: a later answer has them. */
  nodes: z.partialRecord(NodeKind, z.int()).optional(),
  records: z.int().optional(),
  datasets: z.array(z.string()),
  /** Files of the user's own store of which it may hold only a part, as their loading or taking back was broken off; absent where there is none, and while a job runs here. */
  unfinished: z.array(UnfinishedSource).optional(),
})
export type Health = z.infer<typeof Health>

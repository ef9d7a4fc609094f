import { z } from 'zod'

import { NodeKind } from '../domain/graph.ts'
import { Run } from '../domain/run.ts'

/** Which data the page shows: the synthetic demo, or what the user loaded. They never mix. */
export const StoreRole = z.enum(['demo', 'own'])
export type StoreRole = z.infer<typeof StoreRole>

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  store: z.object({ role: StoreRole, label: z.string() }),
  /** Absent before the first `detect`. */
  run: Run.optional(),
  nodes: z.partialRecord(NodeKind, z.int()),
  records: z.int(),
  datasets: z.array(z.string()),
})
export type Health = z.infer<typeof Health>

import { z } from 'zod'

import { Flow, SiteSeen } from '../domain/flow.ts'
import { BareNode, GraphEdge } from '../domain/graph.ts'

/** How goods of one ring moved: from factories to where parcels left. */
export const FlowsAnswer = z.object({
  flows: z.array(Flow),
  sites: z.array(SiteSeen),
  /** Factories, origins and places of the flows, and what tells where they are. */
  nodes: z.array(BareNode),
  /** At which places factories and origins are. */
  standings: z.array(GraphEdge),
  /** Parcels that the flows count. */
  parcels: z.int(),
  /** Records about these sites that were not read for want of room, parcels of strangers among them; 0 when all were. */
  omitted: z.int(),
})
export type FlowsAnswer = z.infer<typeof FlowsAnswer>

/** A flow as it passes the wire: the client takes it from here. */
export type { Flow } from '../domain/flow.ts'

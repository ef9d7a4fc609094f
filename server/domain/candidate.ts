import { z } from 'zod'

import { BareEdge, BareNode } from './graph.ts'
import { Link } from './link.ts'

/** A neighbor that may be brought into a picture, with what else ties it to what is there. */
export const Candidate = z.object({
  edge: BareEdge,
  node: BareNode,
  /** Its further relations with things of the picture, each thing once; what counts for nothing as identity comes last and says so. */
  shares: z.array(z.object({ node: BareNode, edge: BareEdge, generic: z.boolean() })),
  /** The surest link of the run between it and a shop of the picture. */
  link: Link.optional(),
})
export type Candidate = z.infer<typeof Candidate>

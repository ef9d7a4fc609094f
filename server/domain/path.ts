import { z } from 'zod'

import { BareNode, GraphEdge } from './graph.ts'
import { Link } from './link.ts'
import { IsoDate } from './units.ts'

/** What a hop's strength comes from, as permanent codes. */
const HopReason = z.enum([
  'derived',
  'records',
  'one_record',
  'no_record',
  'rare_value',
  'shared_value',
  'hub',
  'undated',
])

export const PathHop = z.object({
  from: z.string(),
  to: z.string(),
  /** An observed relation, in whichever direction; absent where it is a link. */
  edge: GraphEdge.optional(),
  link: Link.optional(),
  /** Further relations between the same two, none of them stronger. */
  alike: z.int(),
  /** The first day on which it can be walked after the hops before it; absent where time is not kept to, and where no date is known. */
  notBefore: IsoDate.optional(),
  /** From 0 to 1: it ranks ways, and is no probability. */
  strength: z.number(),
  because: z.array(HopReason),
  /** Shops that hold the value at either end of it, where it is one that others hold too. */
  holders: z.int().optional(),
})
export type PathHop = z.infer<typeof PathHop>

export const FoundPath = z.object({
  hops: z.array(PathHop),
  /** Product of its hops. */
  strength: z.number(),
  /** Place of the weakest hop, from 0. */
  weakest: z.int(),
})
export type FoundPath = z.infer<typeof FoundPath>

/** How far the search went. */
const PathLimits = z.object({
  maxHops: z.int(),
  nodesRead: z.int(),
  nodesBudget: z.int(),
  /** False: the budget was used up, and there may be further ways, stronger ones too. */
  complete: z.boolean(),
  /** There are weaker ways than those that are answered. */
  more: z.boolean(),
  /** Nodes with so many relations that these were not read, most at most 20; they are still met from other sides. */
  unread: z.array(z.object({ key: z.string(), name: z.string(), relations: z.int() })),
  unreadTotal: z.int(),
})

/** What a search for ways found. */
export const FoundPaths = z.object({
  /** Strongest first. */
  paths: z.array(FoundPath),
  /** Every node that a way passes. */
  nodes: z.array(BareNode),
  limits: PathLimits,
})
export type FoundPaths = z.infer<typeof FoundPaths>

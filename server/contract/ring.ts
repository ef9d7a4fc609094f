import { z } from 'zod'

import { Attribution } from '../domain/attribution.ts'
import { BareNode, GraphEdge, GraphNode } from '../domain/graph.ts'
import { Link } from '../domain/link.ts'
import { SourceRecord } from '../domain/record.ts'
import { Rescored } from '../domain/rescored.ts'
import { Ring } from '../domain/ring.ts'

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z.string().max(2_000).optional(),
})

export const RingsAnswer = z.object({
  items: z.array(Ring),
  total: z.int(),
  omitted: z.int(),
  next: z.string().optional(),
})
export type RingsAnswer = z.infer<typeof RingsAnswer>

/** Everything that one ring's picture is drawn from, in one answer. */
export const RingAnswer = z.object({
  ring: Ring,
  /** Its shops, and everything they are registered to, paid into, reached at, shipped from and supplied by. */
  nodes: z.array(GraphNode),
  edges: z.array(GraphEdge),
  /** Links of its shops among themselves and to shops outside, at 0.5 and above. */
  links: z.array(Link),
  attributions: z.array(Attribution),
  /** Shops in the whole store that hold each node that is not a shop. */
  holders: z.record(z.string(), z.int()),
  /** Keys of nodes so widely held that they count for nothing as identity. */
  generic: z.array(z.string()),
  /** Test buys, complaints, closures and the like about its shops. */
  events: z.array(SourceRecord),
  /** Nodes and events left out because the ring holds more than one picture can; 0 when it is whole. */
  omitted: z.int(),
})
export type RingAnswer = z.infer<typeof RingAnswer>

export const LinkQuery = z.object({ from: z.string().min(1), to: z.string().min(1) })
export const LinkAnswer = z.object({
  /** Both directions and all kinds, surest first. Empty when the run links the two in no way. */
  links: z.array(Link),
  nodes: z.array(BareNode),
  /** Every record that the ledgers cite. */
  records: z.array(SourceRecord),
  /** Links of the run before that stood on a value which has become generic since, and what they are now. */
  rescored: z.array(Rescored),
})
export type LinkAnswer = z.infer<typeof LinkAnswer>

/** What happened in one month of the whole store. */
export const Month = z.object({
  /** `2026-03`. */
  month: z.string(),
  opened: z.int(),
  closed: z.int(),
  cameBack: z.int(),
})
export const EventsAnswer = z.object({ months: z.array(Month) })
export type EventsAnswer = z.infer<typeof EventsAnswer>

/** Derived nouns, as they pass the wire: the client takes them from here. */
export type { Attribution, SupplyClue, TraceStep } from '../domain/attribution.ts'
export type { BegunBy, Channel, Ledger, LedgerBar, Link } from '../domain/link.ts'
export type { Membership, ProposedBridge, Ring } from '../domain/ring.ts'
export type { RestingFact } from '../domain/ring-fragility.ts'

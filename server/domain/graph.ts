import { z } from 'zod'

import { Life } from './life.ts'
import { IsoDate, Sha256 } from './units.ts'

export const nodeKinds = [
  'Shop',
  'Identity',
  'Contact',
  'PaymentAccount',
  'Origin',
  'Factory',
  'Place',
  'Ring',
] as const
export const NodeKind = z.enum(nodeKinds)
export type NodeKind = z.infer<typeof NodeKind>

/** Every observed or asserted relation, with the sentence it means; `{from}` and `{to}` stand for the ends. */
export const edgeSentences = {
  REGISTERED_TO: '{from} is registered to {to}',
  REACHED_AT: '{from} is reached at {to}',
  PAID_INTO: 'money of {from} goes into {to}',
  TRANSFERS_TO: '{from} transfers to {to}',
  HOLDS: '{from} holds {to}',
  SHIPS_FROM: '{from} ships from {to}',
  SUPPLIED_BY: '{from} is supplied by {to}',
  AT: '{from} is at {to}',
  RUNS: '{from} runs {to}',
  PROMOTES: '{from} leads buyers to {to}',
  RESELLS_FOR: '{from} sells the goods of {to}',
  CONTROLS: '{from} controls {to}',
  HAS_ROLE: '{from} has a role in {to}',
} as const
export const EdgeType = z.enum(Object.keys(edgeSentences) as [EdgeTypeName, ...EdgeTypeName[]])
type EdgeTypeName = keyof typeof edgeSentences
export type EdgeType = z.infer<typeof EdgeType>

/** Flat values only: both stores keep these and nothing else. Integers stay integers. */
export const PropertyValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type PropertyValue = z.infer<typeof PropertyValue>
export const Properties = z.record(z.string(), PropertyValue)
export type Properties = Readonly<Record<string, PropertyValue>>

/**
 * A node as the current records together describe it, without telling which these are: a hub has thousands, and whoever draws or names it needs none. `key` is a
 * {@link NodeKey}.
 */
export const BareNode = z.object({
  key: z.string(),
  kind: NodeKind,
  /** What people call it; the key's last part when no record names it. */
  name: z.string(),
  properties: Properties,
  /** The lives of a shop, oldest first; empty for every other kind. */
  lives: z.array(Life),
  firstSeen: IsoDate.optional(),
  lastSeen: IsoDate.optional(),
})
export type BareNode = z.infer<typeof BareNode>

/** A node with what it rests on. */
export const GraphNode = BareNode.extend({
  /** Hashes of the records that say so, sorted. */
  records: z.array(Sha256),
})
export type GraphNode = z.infer<typeof GraphNode>

/** A node that a search found; `foundAs` is another name that some record gives it, where that is what the text was found in. */
export const FoundNode = BareNode.extend({ foundAs: z.string().optional() })
export type FoundNode = z.infer<typeof FoundNode>

/** An edge as the current records together describe it, without telling which these are; unique on from, type, to and `discriminator`. */
export const BareEdge = z.object({
  from: z.string(),
  type: EdgeType,
  to: z.string(),
  /** Tells parallel edges of one type apart, such as two transfers; empty for most types. */
  discriminator: z.string(),
  properties: Properties,
  firstSeen: IsoDate.optional(),
  lastSeen: IsoDate.optional(),
})
export type BareEdge = z.infer<typeof BareEdge>

/** An edge with what it rests on. */
export const GraphEdge = BareEdge.extend({
  /** Hashes of the records that say so, sorted. */
  records: z.array(Sha256),
})
export type GraphEdge = z.infer<typeof GraphEdge>

import { z } from 'zod'

import {
  BareEdge,
  BareNode,
  EdgeType,
  FoundNode,
  GraphEdge,
  GraphNode,
  NodeKind,
} from '../domain/graph.ts'
import { NomineeIndicator } from '../domain/nominee.ts'
import { PlaceFacts } from '../domain/place.ts'
import { SourceRecord } from '../domain/record.ts'
import { IsoDate } from '../domain/units.ts'

export const Direction = z.enum(['out', 'in'])

/** In the order in which people are told them. */
export const nodeKinds = NodeKind.options

/** Characters of a search at most. */
export const searchTextMax = 200

/** Of when the graph is read; absent: as it is. */
export const When = {
  /** What was true on a day, by the dates of the facts. */
  asOf: IsoDate.optional(),
  /** What was loaded by a moment, with what was replaced or taken back since: a day, to its end in UTC, or a moment with its offset. */
  knownAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })]).optional(),
}

export const SearchQuery = z.object({
  ...When,
  q: z.string().trim().min(1).max(searchTextMax),
  kind: NodeKind.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const SearchAnswer = z.object({
  items: z.array(FoundNode),
  total: z.int(),
  /** Found, and not among the items. */
  omitted: z.int(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

export const KeyQuery = z.object({ key: z.string().min(1).max(2_000) })

/** `indicators=true` also asks what can be counted of a registrant, as it is now; the first such question after a load or run reads the whole graph. */
export const NodeQuery = KeyQuery.extend({ ...When, indicators: z.stringbool().optional() })

export const NodeAnswer = z.object({
  node: GraphNode,
  /** The ring that holds it (a shop) in the current run. */
  ring: z.string().optional(),
  /** Shops that hold it; absent for a shop. */
  holders: z.int().optional(),
  /** Records that say what the node is, at most 100. */
  records: z.array(SourceRecord),
  /** Listings, events, test buys, parcels and the like about it, at most 100. */
  about: z.array(SourceRecord),
  omitted: z.int(),
  /** Where it is and what is done there, as all current records tell; empty for shops, contacts and accounts. */
  places: z.array(PlaceFacts),
  /** Relations and records about its places beyond those that were read. */
  placesOmitted: z.int(),
  /** Of an identity, where they were asked for: figures with their base rates, never a verdict. */
  indicators: z.array(NomineeIndicator).optional(),
})
export type NodeAnswer = z.infer<typeof NodeAnswer>

export const NeighbourCount = z.object({
  type: EdgeType,
  direction: Direction,
  kind: NodeKind,
  count: z.int(),
})
export type NeighbourCount = z.infer<typeof NeighbourCount>

export const NeighboursQuery = KeyQuery.extend({
  ...When,
  /** Without a type the answer has counts alone, or, with `all`, also every neighbour where there are no more than `limit`. */
  type: EdgeType.optional(),
  all: z.stringbool().optional(),
  direction: Direction.optional(),
  kind: NodeKind.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(40),
  cursor: z.string().max(2_000).optional(),
})
export const NeighboursAnswer = z.object({
  counts: z.array(NeighbourCount),
  items: z.array(z.object({ edge: BareEdge, node: BareNode })),
  total: z.int(),
  omitted: z.int(),
  next: z.string().optional(),
})
export type NeighboursAnswer = z.infer<typeof NeighboursAnswer>

/** What tells one relation from all others. */
export const RelationQuery = z.object({
  ...When,
  from: KeyQuery.shape.key,
  type: EdgeType,
  to: KeyQuery.shape.key,
  discriminator: z.string().max(2_000).default(''),
})
export const RelationAnswer = z.object({
  edge: GraphEdge,
  /** Records that say so, at most 100. */
  records: z.array(SourceRecord),
  omitted: z.int(),
})

/** The graph's own nouns, as they pass the wire: the client takes them from here. */
export type { BareEdge, BareNode, GraphEdge, GraphNode, NodeKind } from '../domain/graph.ts'
export type { Life } from '../domain/life.ts'
export type { NamedProvince, NomineeIndicator } from '../domain/nominee.ts'
export type { PlaceFacts, PlaceUse, PlaceVisit } from '../domain/place.ts'
export type { SourceRecord } from '../domain/record.ts'

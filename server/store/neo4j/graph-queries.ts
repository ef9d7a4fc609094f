import { z } from 'zod'

import { EdgeType, NodeKind } from '../../domain/graph.ts'
import { NodeKey } from '../../domain/keys.ts'
import { IsoDate, Sha256 } from '../../domain/units.ts'
import type { Part } from './in-parts.ts'
import { command, Integer, pageWith, query } from './query.ts'

const ThingState = z.object({ key: NodeKey, state: z.string() })
export type BareNodeRow = z.infer<typeof ThingState>
const VersionFacts = z.object({ version: z.string(), facts: z.string() })
const EdgeState = z.object({
  from: NodeKey,
  type: EdgeType,
  to: NodeKey,
  sort: z.string(),
  state: z.string(),
  records: z.array(Sha256),
})
const NodeRow = ThingState.extend({ records: z.array(Sha256) })
export type NodeRow = z.infer<typeof NodeRow>
const FoundPage = pageWith(ThingState)
const BareEdgeRow = z.object({
  from: NodeKey,
  type: EdgeType,
  to: NodeKey,
  discriminator: z.string(),
  state: z.string(),
})
export type BareEdgeRow = z.infer<typeof BareEdgeRow>
const EdgeRow = BareEdgeRow.extend({ records: z.array(Sha256) })
export type EdgeRow = z.infer<typeof EdgeRow>
const EdgesOfNode = z.object({
  key: NodeKey,
  relations: z.array(z.tuple([EdgeType, NodeKey, z.string(), z.string(), z.array(Sha256)])),
})
export type EdgesOfNode = z.infer<typeof EdgesOfNode>
const NeighbourRow = ThingState.extend({
  from: NodeKey,
  type: EdgeType,
  to: NodeKey,
  discriminator: z.string(),
  edgeState: z.string(),
})
export type NeighbourRow = z.infer<typeof NeighbourRow>
const NeighbourPage = pageWith(NeighbourRow.extend({ sort: z.string() }))
const Key = z.object({ key: NodeKey })
const NeighbourCount = z.object({
  type: EdgeType,
  direction: z.enum(['out', 'in']),
  prefix: z.string(),
  count: Integer,
})
export type CountRow = z.infer<typeof NeighbourCount>
const Expanded = z.object({
  counts: z.array(NeighbourCount),
  neighbours: z.array(NeighbourRow),
})
const RelationCount = z.object({ key: NodeKey, relations: Integer })
const HolderCount = z.object({ key: NodeKey, shops: Integer })
const Others = z.object({ key: NodeKey, others: z.array(NodeKey) })
const BareRow = z.object({
  from: NodeKey,
  type: EdgeType,
  to: NodeKey,
  discriminator: z.string(),
  records: Integer,
  firstSeen: IsoDate.nullable(),
  lastSeen: IsoDate.nullable(),
})
const KindCount = z.object({ kind: NodeKind, count: Integer })
const TypeCount = z.object({ type: EdgeType, count: Integer })

type Keys = { readonly keys: readonly string[] }
type Among = Keys & { readonly from: readonly string[] }
type Types = { readonly types: readonly string[] }
type Walked = Keys & Types & { readonly since: string | null; readonly until: string | null }
type Neighbours = {
  readonly key: string
  readonly type: string
  readonly lowest: string
  readonly highest: string
  readonly afterKey: string
  readonly afterSort: string
  readonly limit: bigint
}
type Found = {
  readonly terms: string
  readonly kinds: readonly string[] | null
  readonly after: string
  readonly limit: bigint
}

export const thingStates = query<Part<string>, z.infer<typeof ThingState>>(
  'read/thing-states',
  ThingState,
)
export const factsOfThings = query<Part<string>, z.infer<typeof VersionFacts>>(
  'read/facts-of-things',
  VersionFacts,
)
export const edgeStates = query<Part<object>, z.infer<typeof EdgeState>>(
  'read/edge-states',
  EdgeState,
)
export const createThings = command<Part<object>>('write/create-things')
export const updateThings = command<Part<object>>('write/update-things')
export const removeThings = command<Part<string>>('write/remove-things')
export const createEdges = command<Part<object>>('write/create-edges')
export const updateEdges = command<Part<object>>('write/update-edges')
export const removeEdges = command<Part<object>>('write/remove-edges')

export const nodes = query<Keys, NodeRow>('read/nodes', NodeRow)
export const scanNodes = query<{ after: string; highest: string; limit: bigint }, NodeRow>(
  'read/scan-nodes',
  NodeRow,
)
export const scanKeys = query<{ after: string; limit: bigint }, z.infer<typeof Key>>(
  'read/scan-keys',
  Key,
)
export const scanEdges = query<{ after: string; limit: bigint }, EdgesOfNode>(
  'read/scan-edges',
  EdgesOfNode,
)
export const edgesAmong = query<Among, EdgeRow>('read/edges-among', EdgeRow)
export const bareEdgesAmong = query<Among, BareEdgeRow>('read/bare-edges-among', BareEdgeRow)
export const walkAround = query<Walked, z.infer<typeof Others>>('read/walk-around', Others)
export const walkRelations = query<Walked & { among: readonly string[] }, z.infer<typeof BareRow>>(
  'read/walk-relations',
  BareRow,
)
export const relationCounts = query<Keys & Types, z.infer<typeof RelationCount>>(
  'read/relation-counts',
  RelationCount,
)
export const holderCounts = query<Keys & { exactUpTo: bigint }, z.infer<typeof HolderCount>>(
  'read/holder-counts',
  HolderCount,
)
export const bareNodes = query<Keys, BareNodeRow>('read/bare-nodes', ThingState)
export const neighbourCounts = query<{ key: string }, CountRow>(
  'read/neighbour-counts',
  NeighbourCount,
)
export const neighboursOut = query<Neighbours, z.infer<typeof NeighbourPage>>(
  'read/neighbours-out',
  NeighbourPage,
)
export const neighboursIn = query<Neighbours, z.infer<typeof NeighbourPage>>(
  'read/neighbours-in',
  NeighbourPage,
)
export const expand = query<{ key: string; most: bigint }, z.infer<typeof Expanded>>(
  'read/expand',
  Expanded,
)
export const search = query<Found, z.infer<typeof FoundPage>>('read/search', FoundPage)
export const kindCounts = query<object, z.infer<typeof KindCount>>('read/kind-counts', KindCount)
export const typeCounts = query<object, z.infer<typeof TypeCount>>('read/type-counts', TypeCount)

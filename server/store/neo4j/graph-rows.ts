import { bareEdgeOf } from '../../domain/bare-edge.ts'
import { bareNodeOf } from '../../domain/bare-node.ts'
import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { BareEdge, BareNode, FoundNode, GraphEdge, GraphNode } from '../../domain/graph.ts'
import { foundNode } from '../found-node.ts'
import type { SearchTerm } from '../name-grams.ts'
import type { BareEdgeRow, BareNodeRow, EdgeRow, EdgesOfNode, NodeRow } from './graph-queries.ts'

export function nodeOfRow({ key, state, records }: NodeRow): GraphNode {
  return nodeOf(key, JSON.parse(state) as FoldState, records.toSorted())
}

export function bareNodeOfRow({ key, state }: BareNodeRow): BareNode {
  return bareNodeOf(key, JSON.parse(state) as FoldState)
}

export function foundOfRow({ key, state }: BareNodeRow, terms: readonly SearchTerm[]): FoundNode {
  const own = JSON.parse(state) as FoldState
  return foundNode(bareNodeOf(key, own), own.otherNames ?? [], terms)
}

export function edgeOfRow({ state, records, ...id }: EdgeRow): GraphEdge {
  return edgeOf(id, JSON.parse(state) as FoldState, records.toSorted())
}

export function edgesOfNode({ key: from, relations }: EdgesOfNode): GraphEdge[] {
  return relations.map(([type, to, discriminator, state, records]) =>
    edgeOfRow({ from, type, to, discriminator, state, records }),
  )
}

export function bareEdgeOfRow({ state, ...id }: BareEdgeRow): BareEdge {
  return bareEdgeOf(id, JSON.parse(state) as FoldState)
}

import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { EdgeRow, NodeRow } from './graph-queries.ts'

export function nodeOfRow({ key, state, records }: NodeRow): GraphNode {
  return nodeOf(key, JSON.parse(state) as FoldState, records.toSorted())
}

export function edgeOfRow({ state, records, ...id }: EdgeRow): GraphEdge {
  return edgeOf(id, JSON.parse(state) as FoldState, records.toSorted())
}

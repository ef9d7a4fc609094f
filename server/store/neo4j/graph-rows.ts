import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { FoundNode, GraphEdge, GraphNode } from '../../domain/graph.ts'
import { foundNode } from '../found-node.ts'
import type { SearchTerm } from '../name-grams.ts'
import type { EdgeRow, NodeRow } from './graph-queries.ts'

export function nodeOfRow({ key, state, records }: NodeRow): GraphNode {
  return nodeOf(key, JSON.parse(state) as FoldState, records.toSorted())
}

export function foundOfRow(row: NodeRow, terms: readonly SearchTerm[]): FoundNode {
  const { otherNames = [] } = JSON.parse(row.state) as FoldState
  return foundNode(nodeOfRow(row), otherNames, terms)
}

export function edgeOfRow({ state, records, ...id }: EdgeRow): GraphEdge {
  return edgeOf(id, JSON.parse(state) as FoldState, records.toSorted())
}

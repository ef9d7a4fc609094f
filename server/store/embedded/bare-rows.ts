import { bareEdgeOf } from '../../domain/bare-edge.ts'
import { bareNodeOf } from '../../domain/bare-node.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { BareEdge, BareNode, EdgeType, FoundNode } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { foundNode } from '../found-node.ts'
import type { SearchTerm } from '../name-grams.ts'
import type { Database } from './database.ts'
import { jsonRows } from './json-rows.ts'

/** Columns of a node without its records, from a `nodes` row called `node`, as {@link jsonRows} has them. */
export const bareNodeColumns = ['json_quote(node.key)', 'node.state']
export type BareNodeRow = readonly [key: NodeKey, state: FoldState]

/** Those of the nodes that exist, in order of key. */
export function bareNodeRows(database: Database, keys: readonly string[]): BareNodeRow[] {
  return jsonRows(
    database,
    bareNodeColumns,
    'FROM nodes AS node WHERE key IN (SELECT value FROM json_each($keys)) ORDER BY key',
    { keys: JSON.stringify(keys) },
  )
}

export function bareNodeOfRow([key, state]: BareNodeRow): BareNode {
  return bareNodeOf(key, state)
}

export function foundOfRow([key, state]: BareNodeRow, terms: readonly SearchTerm[]): FoundNode {
  return foundNode(bareNodeOf(key, state), state.otherNames ?? [], terms)
}

/** Columns of a relation without its records, from an `edges` row called `edge`. */
export const bareEdgeColumns = [
  ...['json_quote(edge.from_key)', 'json_quote(edge.type)', 'json_quote(edge.to_key)'],
  ...['json_quote(edge.discriminator)', 'edge.state'],
]
export type BareEdgeRow = readonly [
  ...[from: NodeKey, type: EdgeType, to: NodeKey, discriminator: string],
  state: FoldState,
]

export function bareEdgeOfRow([from, type, to, discriminator, state]: BareEdgeRow): BareEdge {
  return bareEdgeOf({ from, type, to, discriminator }, state)
}

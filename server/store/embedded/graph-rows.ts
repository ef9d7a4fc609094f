import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { EdgeType, GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'

/** Hashes of the records that say a thing, as a JSON list. */
function hashesOf(said: string, thing: string): string {
  return `(SELECT json_group_array(lower(hex(hash)))
   FROM ${said} CROSS JOIN records ON records.id = record WHERE thing = ${thing})`
}

/** Columns of a node, from a `nodes` row called `node`. */
export const nodeColumns = `node.key AS key, node.state AS state, ${hashesOf('node_said', 'node.id')} AS records`

/** Columns of a relation, from an `edges` row called `edge`. */
export const edgeColumns = `edge.from_key AS "from", edge.type AS type, edge.to_key AS "to",
  edge.discriminator AS discriminator, edge.sort AS sort, edge.state AS edgeState,
  ${hashesOf('edge_said', 'edge.id')} AS edgeRecords`

export interface NodeRow {
  readonly key: NodeKey
  readonly state: string
  readonly records: string
}

export interface EdgeRow {
  readonly from: NodeKey
  readonly type: EdgeType
  readonly to: NodeKey
  readonly discriminator: string
  readonly sort: string
  readonly edgeState: string
  readonly edgeRecords: string
}

export function nodeOfRow(row: NodeRow): GraphNode {
  return nodeOf(row.key, JSON.parse(row.state) as FoldState, hashes(row.records))
}

export function edgeOfRow(row: EdgeRow): GraphEdge {
  return edgeOf(row, JSON.parse(row.edgeState) as FoldState, hashes(row.edgeRecords))
}

function hashes(json: string): Sha256[] {
  const all = JSON.parse(json) as Sha256[]
  return all.length < 2 ? all : all.sort()
}

import { bareNodeOf } from '../../domain/bare-node.ts'
import type { EdgeStatement } from '../../domain/fact.ts'
import { edgeOf, type FoldState, nodeOf } from '../../domain/fold-state.ts'
import type { BareNode, EdgeType, FoundNode, GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import { foundNode } from '../found-node.ts'
import type { SearchTerm } from '../name-grams.ts'

/** Hashes of the records that say a thing, as a JSON list. */
function hashesOf(said: string, thing: string): string {
  return `(SELECT json_group_array(lower(hex(hash)))
   FROM ${said} CROSS JOIN records ON records.id = record WHERE thing = ${thing})`
}

/** Columns of a node without its records, from a `nodes` row called `node`. */
export const bareNodeColumns = 'node.key AS key, node.state AS state'

/** Columns of a node, from a `nodes` row called `node`. */
export const nodeColumns = `${bareNodeColumns}, ${hashesOf('node_said', 'node.id')} AS records`

/** Columns of a relation, from an `edges` row called `edge`. */
export const edgeColumns = `edge.from_key AS "from", edge.type AS type, edge.to_key AS "to",
  edge.discriminator AS discriminator, edge.sort AS sort, edge.state AS edgeState,
  ${hashesOf('edge_said', 'edge.id')} AS edgeRecords`

export interface BareNodeRow {
  readonly key: NodeKey
  readonly state: string
}

export interface NodeRow extends BareNodeRow {
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

export function bareNodeOfRow(row: BareNodeRow): BareNode {
  return bareNodeOf(row.key, JSON.parse(row.state) as FoldState)
}

export function foundOfRow({ key, state }: BareNodeRow, terms: readonly SearchTerm[]): FoundNode {
  const own = JSON.parse(state) as FoldState
  return foundNode(bareNodeOf(key, own), own.otherNames ?? [], terms)
}

export function edgeOfRow(row: EdgeRow): GraphEdge {
  const id: Pick<EdgeStatement, 'from' | 'type' | 'to' | 'discriminator'> = row
  return edgeOf(id, JSON.parse(row.edgeState) as FoldState, hashes(row.edgeRecords))
}

function hashes(json: string): Sha256[] {
  const all = JSON.parse(json) as Sha256[]
  return all.length < 2 ? all : all.sort()
}

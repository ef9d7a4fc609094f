import { nameOf } from '../../domain/fold-names.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import { EdgeType } from '../../domain/graph.ts'
import { canonicalHash } from '../canonical-hash.ts'
import { compareEdges } from '../compare-edges.ts'
import { keyRange } from '../key-range.ts'
import type { GraphReads } from '../port.ts'
import type { Connection } from './connection.ts'
import {
  bareEdgesAmong,
  bareNodes,
  edgesAmong,
  holderCounts,
  kindCounts,
  nodes,
  relationCounts,
  scanEdges,
  scanNodes,
  typeCounts,
} from './graph-queries.ts'
import { bareEdgeOfRow, bareNodeOfRow, edgeOfRow, edgesOfNode, nodeOfRow } from './graph-rows.ts'
import { expand, neighbourCounts, neighbours } from './neighbours.ts'
import { begun, scan } from './pages.ts'
import { recordCount, scanCurrentHashes } from './record-queries.ts'
import { search } from './search.ts'
import { walkOf } from './walk.ts'

const types = EdgeType.options

export function graphReads(connection: Connection): GraphReads {
  const reads: GraphReads = {
    async node(key) {
      const [row] = await connection.ask(nodes, { keys: [key] })
      return row && nodeOfRow(row)
    },
    async nodes(keys) {
      const rows = await connection.ask(nodes, { keys })
      return rows.map(nodeOfRow)
    },
    async bareNodes(keys) {
      const rows = await connection.ask(bareNodes, { keys })
      return rows.map(bareNodeOfRow)
    },
    expand: (key, options) => expand(connection, key, options),
    neighbourCounts: (key) => neighbourCounts(connection, key),
    neighbours: (key, query) => neighbours(connection, key, query),
    async neighbourKeys(key, query) {
      const page = await neighbours(connection, key, query)
      return { ...page, items: page.items.map(({ node }) => node.key) }
    },
    walk: (query = {}) => walkOf(connection, query),
    async relationCounts(keys, only = types) {
      const wanted = { keys, types: only }
      const rows = await connection.ask(relationCounts, wanted)
      return new Map(rows.map(({ key, relations }) => [key, relations]))
    },
    async holderCounts(keys, exactUpTo) {
      const wanted = { keys, exactUpTo: BigInt(exactUpTo) }
      const rows = await connection.ask(holderCounts, wanted)
      return new Map(rows.map(({ key, shops }) => [key, shops]))
    },
    async namesOf(keys) {
      const rows = await connection.ask(bareNodes, { keys })
      return new Map(
        rows.map(({ key, state }) => [key, nameOf(key, JSON.parse(state) as FoldState)]),
      )
    },
    async edgesAmong(keys, from = keys) {
      const rows = await connection.ask(edgesAmong, { keys, from })
      return rows.map(edgeOfRow).toSorted(compareEdges)
    },
    async bareEdgesAmong(keys, from = keys) {
      const rows = await connection.ask(bareEdgesAmong, { keys, from })
      return rows.map(bareEdgeOfRow).toSorted(compareEdges)
    },
    search: (text, options) => search(connection, text, options),
    async *scanNodes(kind) {
      const { lowest, highest } = keyRange(kind)
      const page = (after: string, limit: bigint) =>
        connection.ask(scanNodes, { after: after || lowest, highest, limit })
      for await (const row of scan(page, ({ key }) => key)) yield nodeOfRow(row)
    },
    scanEdges: () => allEdges(connection),
    stats: () => stats(connection),
    canonicalHash(heard) {
      // What comes last is read while what comes first is hashed.
      const edges = begun(reads.scanEdges())
      const hashes = begun(currentHashes(connection))
      return canonicalHash({ scanNodes: reads.scanNodes, scanEdges: () => edges }, hashes, heard)
    },
  }
  return reads
}

/** A page holds the relations that start at the next nodes, so that it never ends within one node. */
async function* allEdges(connection: Connection) {
  const page = (after: string, limit: bigint) => connection.ask(scanEdges, { after, limit })
  for await (const row of scan(page, ({ key }) => key)) {
    yield* edgesOfNode(row).toSorted(compareEdges)
  }
}

async function* currentHashes(connection: Connection) {
  const page = (after: string, limit: bigint) => connection.ask(scanCurrentHashes, { after, limit })
  for await (const { hash } of scan(page, (row) => row.hash)) yield hash
}

async function stats(connection: Connection) {
  const [kinds, relations, records] = await connection.read((runner) =>
    Promise.all([
      kindCounts.rows(runner, {}),
      typeCounts.rows(runner, {}),
      recordCount.rows(runner, {}),
    ]),
  )
  const isThere = ({ count }: { readonly count: number }) => 0 < count
  return {
    nodes: Object.fromEntries(kinds.filter(isThere).map(({ kind, count }) => [kind, count])),
    edges: Object.fromEntries(relations.filter(isThere).map(({ type, count }) => [type, count])),
    records: records[0]?.count ?? 0,
  }
}

import { nameOf } from '../../domain/fold-names.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import { EdgeType } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { canonicalHash } from '../canonical-hash.ts'
import { compareCounts, compareEdges } from '../compare-edges.ts'
import { keyRange } from '../key-range.ts'
import type { GraphReads } from '../port.ts'
import type { Connection } from './connection.ts'
import {
  edgesAmong,
  holderCounts,
  kindCounts,
  names,
  neighbourCounts,
  neighbourKeys,
  nodes,
  relationCounts,
  scanEdges,
  scanKeys,
  scanNodes,
  typeCounts,
} from './graph-queries.ts'
import { edgeOfRow, nodeOfRow } from './graph-rows.ts'
import { neighbours } from './neighbours.ts'
import { scan } from './pages.ts'
import { recordCount, scanCurrentHashes } from './record-queries.ts'
import { search } from './search.ts'

const types = EdgeType.options

/** Nodes whose relations are read at a time in a scan. */
const scanNodesAtOnce = 1_000n

export function graphReads(connection: Connection): GraphReads {
  const reads: GraphReads = {
    async node(key) {
      const [row] = await connection.read((runner) => nodes.rows(runner, { keys: [key] }))
      return row && nodeOfRow(row)
    },
    async nodes(keys) {
      const rows = await connection.read((runner) => nodes.rows(runner, { keys }))
      return rows.map(nodeOfRow)
    },
    async neighbourCounts(key) {
      const rows = await connection.read((runner) => neighbourCounts.rows(runner, { key, types }))
      return rows
        .map(({ prefix, ...count }) => ({ ...count, kind: kindOf(prefix as NodeKey) }))
        .toSorted(compareCounts)
    },
    neighbours: (key, query) => neighbours(connection, key, query),
    async neighbourKeys(key, { since = null, until = null, ...only } = {}) {
      const wanted = { key, types: only.types ?? types, since, until }
      const rows = await connection.read((runner) => neighbourKeys.rows(runner, wanted))
      return rows.map((row) => row.key)
    },
    async relationCounts(keys, only = types) {
      const wanted = { keys, types: only }
      const rows = await connection.read((runner) => relationCounts.rows(runner, wanted))
      return new Map(rows.map(({ key, relations }) => [key, relations]))
    },
    holderCounts: (keys) => connection.read((runner) => holderCounts.rows(runner, { keys, types })),
    async namesOf(keys) {
      const rows = await connection.read((runner) => names.rows(runner, { keys }))
      return new Map(
        rows.map(({ key, state }) => [key, nameOf(key, JSON.parse(state) as FoldState)]),
      )
    },
    async edgesAmong(keys, from = keys) {
      const wanted = { keys, from, types }
      const rows = await connection.read((runner) => edgesAmong.rows(runner, wanted))
      return rows.map(edgeOfRow).toSorted(compareEdges)
    },
    search: (text, options) => search(connection, text, options),
    async *scanNodes(kind) {
      const { lowest, highest } = keyRange(kind)
      const page = (after: string, limit: bigint) =>
        connection.read((runner) =>
          scanNodes.rows(runner, { after: after || lowest, highest, limit }),
        )
      for await (const row of scan(page, ({ key }) => key)) yield nodeOfRow(row)
    },
    scanEdges: () => allEdges(connection),
    stats: () => stats(connection),
    canonicalHash: (heard) => canonicalHash(reads, currentHashes(connection), heard),
  }
  return reads
}

/** A page holds the relations that start at the next nodes, so that it never ends within one node. */
async function* allEdges(connection: Connection) {
  let after = ''
  for (;;) {
    const starts = await connection.read((runner) =>
      scanKeys.rows(runner, { after, limit: scanNodesAtOnce }),
    )
    const last = starts.at(-1)
    if (last === undefined) return
    const keys = starts.map(({ key }) => key)
    const rows = await connection.read((runner) => scanEdges.rows(runner, { keys, types }))
    yield* rows.map(edgeOfRow).toSorted(compareEdges)
    after = last.key
  }
}

async function* currentHashes(connection: Connection) {
  const page = (after: string, limit: bigint) =>
    connection.read((runner) => scanCurrentHashes.rows(runner, { after, limit }))
  for await (const { hash } of scan(page, (row) => row.hash)) yield hash
}

function stats(connection: Connection) {
  return connection.read(async (runner) => {
    const kinds = await kindCounts.rows(runner, {})
    const relations = await typeCounts.rows(runner, { types })
    const [records] = await recordCount.rows(runner, {})
    return {
      nodes: Object.fromEntries(
        kinds.map(({ prefix, count }) => [kindOf(prefix as NodeKey), count]),
      ),
      edges: Object.fromEntries(relations.map(({ type, count }) => [type, count])),
      records: records?.count ?? 0,
    }
  })
}

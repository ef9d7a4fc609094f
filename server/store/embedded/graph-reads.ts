import type { EdgeType, NodeKind } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { keyRange } from '../key-range.ts'
import type { GraphReads, GraphStats, NeighbourCount } from '../port.ts'
import {
  type BareEdgeRow,
  bareEdgeColumns,
  bareEdgeOfRow,
  bareNodeOfRow,
  bareNodeRows,
} from './bare-rows.ts'
import { beginningsIn } from './beginnings.ts'
import type { Database } from './database.ts'
import {
  type EdgeRow,
  edgeColumns,
  edgeOfRow,
  type NodeRow,
  nodeColumns,
  nodeOfRow,
} from './graph-rows.ts'
import { hubCounts } from './hub-counts.ts'
import { jsonRows } from './json-rows.ts'
import { prefixOf } from './key-prefix.ts'
import { neighbourCounts } from './neighbour-counts.ts'
import { allNeighbours, neighbourKeys, neighbours } from './neighbours.ts'
import { holderCounts, namesOf, relationCounts } from './relations.ts'
import { search } from './search.ts'
import { storeSize } from './store-size.ts'
import { walkOf } from './walk.ts'
import { wholeGraph } from './whole-graph.ts'

/** Rows read at a time in a scan, so that no statement stays open while others write. */
const scanRows = 2_000

export function graphReads(database: Database): GraphReads {
  const hubs = hubCounts<number>(database, (count) => count)
  const groups = hubCounts<readonly NeighbourCount[]>(database, sizeOf)
  const counting = { database, hubs, beginnings: beginningsIn(database) }
  const reads: GraphReads = {
    async node(key) {
      const row = database.get<NodeRow>(
        `SELECT ${nodeColumns} FROM nodes AS node WHERE key = $key`,
        { key },
      )
      return row && nodeOfRow(row)
    },
    async nodes(keys) {
      return database
        .all<NodeRow>(
          `SELECT ${nodeColumns} FROM nodes AS node
           WHERE key IN (SELECT value FROM json_each($keys)) ORDER BY key`,
          { keys: JSON.stringify(keys) },
        )
        .map(nodeOfRow)
    },
    async bareNodes(keys) {
      return bareNodeRows(database, keys).map(bareNodeOfRow)
    },
    async expand(key, { most }) {
      const counts = await reads.neighbourCounts(key)
      return { counts, items: most < sizeOf(counts) ? [] : allNeighbours(database, key) }
    },
    async neighbourCounts(key) {
      const [counts = []] = groups.of('neighbours', [key], () => [neighbourCounts(database, key)])
      return [...counts]
    },
    neighbours: async (key, query) => neighbours(database, hubs, key, query),
    neighbourKeys: async (key, query) => neighbourKeys(database, hubs, key, query),
    walk: (query = {}) => walkOf(counting, query),
    relationCounts: async (keys, types) => relationCounts(counting, keys, types),
    holderCounts: async (keys, exactUpTo) => holderCounts(database, hubs, keys, exactUpTo),
    namesOf: async (keys) => namesOf(database, keys),
    async edgesAmong(keys, from = keys) {
      return database
        .all<EdgeRow>(`SELECT ${edgeColumns} ${fromEdgesAmong}`, textsOf({ keys, from }))
        .map(edgeOfRow)
    },
    async bareEdgesAmong(keys, from = keys) {
      const among = textsOf({ keys, from })
      return jsonRows<BareEdgeRow>(database, bareEdgeColumns, fromEdgesAmong, among).map(
        bareEdgeOfRow,
      )
    },
    search: async (text, options) => search(database, text, options),
    scanNodes: (kind) => scanNodes(database, kind),
    scanEdges: () => scanEdges(database),
    stats: async () => stats(database),
    size: () => storeSize(database),
    canonicalHash: (heard) => wholeGraph(database, heard),
  }
  return reads
}

function sizeOf(counts: readonly NeighbourCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

/** From where relations start, and never (`+`) from where they end: hubs are pointed to. */
const fromEdgesAmong = `FROM edges AS edge
  WHERE from_key IN (SELECT value FROM json_each($from))
    AND +to_key IN (SELECT value FROM json_each($keys))
  ORDER BY from_key, type, to_key, sort`

function textsOf(among: { readonly keys: readonly string[]; readonly from: readonly string[] }) {
  return { keys: JSON.stringify(among.keys), from: JSON.stringify(among.from) }
}

async function* scanNodes(database: Database, kind: NodeKind | undefined) {
  const { lowest, highest } = keyRange(kind)
  let after = lowest
  for (;;) {
    const rows = database.all<NodeRow>(
      `SELECT ${nodeColumns} FROM nodes AS node WHERE key > $after AND key < $highest ORDER BY key LIMIT $limit`,
      { after, highest, limit: scanRows },
    )
    yield* rows.map(nodeOfRow)
    const last = rows.at(-1)
    if (rows.length < scanRows || last === undefined) return
    after = last.key
  }
}

async function* scanEdges(database: Database) {
  let after: Pick<EdgeRow, 'from' | 'type' | 'to' | 'sort'> | undefined
  for (;;) {
    const { from = '', type = '', to = '', sort = '' } = after ?? {}
    const rows = database.all<EdgeRow>(
      `SELECT ${edgeColumns} FROM edges AS edge
       WHERE (from_key, type, to_key, sort) > ($from, $type, $to, $sort)
       ORDER BY from_key, type, to_key, sort LIMIT $limit`,
      { from, type, to, sort, limit: scanRows },
    )
    yield* rows.map(edgeOfRow)
    after = rows.at(-1)
    if (rows.length < scanRows) return
  }
}

function stats(database: Database): GraphStats {
  const nodes = database.all<{ prefix: string; count: number }>(
    `SELECT ${prefixOf('key')} AS prefix, count(*) AS count FROM nodes GROUP BY prefix`,
  )
  const edges = database.all<{ type: EdgeType; count: number }>(
    'SELECT type, count(*) AS count FROM edges GROUP BY type ORDER BY type',
  )
  const records = database.get<{ count: number }>(
    'SELECT count(*) AS count FROM records WHERE superseded_at IS NULL',
  )
  return {
    nodes: Object.fromEntries(nodes.map(({ prefix, count }) => [kindOf(prefix as NodeKey), count])),
    edges: Object.fromEntries(edges.map(({ type, count }) => [type, count])),
    records: records?.count ?? 0,
  }
}

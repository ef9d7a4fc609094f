import { z } from 'zod'

import type { EdgeType } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { compareCounts } from '../compare-edges.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { keyRange } from '../key-range.ts'
import type { Direction, Neighbour, NeighbourCount, NeighbourQuery, Page } from '../port.ts'
import type { Database } from './database.ts'
import {
  type BareNodeRow,
  bareNodeColumns,
  bareNodeOfRow,
  type EdgeRow,
  edgeColumns,
  edgeOfRow,
} from './graph-rows.ts'
import { prefixOf } from './key-prefix.ts'

/** Which column holds the node itself, and which its neighbour. */
const ends: Record<Direction, { own: string; other: string }> = {
  out: { own: 'from_key', other: 'to_key' },
  in: { own: 'to_key', other: 'from_key' },
}

export function neighbourCounts(database: Database, key: string): NeighbourCount[] {
  return (['in', 'out'] as const)
    .flatMap((direction) => countsOf(database, key, direction))
    .toSorted(compareCounts)
}

/** The prefix of a key says its kind, so that counting reads nothing but the index. */
function countsOf(database: Database, key: string, direction: Direction): NeighbourCount[] {
  const { own, other } = ends[direction]
  return database
    .all<{ type: EdgeType; prefix: string; count: number }>(
      `SELECT type, ${prefixOf(other)} AS prefix, count(*) AS count
       FROM edges WHERE ${own} = $key GROUP BY type, prefix`,
      { key },
    )
    .map(({ type, prefix, count }) => ({ type, direction, kind: kindOf(prefix as NodeKey), count }))
}

const Position = z.tuple([z.string(), z.string()])

export function neighbours(
  database: Database,
  key: string,
  query: NeighbourQuery,
): Page<Neighbour> {
  const page = pageOf<EdgeRow & BareNodeRow>(database, key, query, {
    columns: `${edgeColumns}, ${bareNodeColumns}`,
    join: `JOIN nodes AS node ON node.key = edge.${ends[query.direction].other}`,
  })
  return {
    ...page,
    items: page.items.map((row) => ({ edge: edgeOfRow(row), node: bareNodeOfRow(row) })),
  }
}

/** The index alone is read. */
export function neighbourKeys(
  database: Database,
  key: string,
  query: NeighbourQuery,
): Page<string> {
  const columns = `edge.${ends[query.direction].other} AS key, edge.sort AS sort`
  const page = pageOf<Place>(database, key, query, { columns, join: '' })
  return { ...page, items: page.items.map((row) => row.key) }
}

/** Where a relation stands on a page. */
type Place = Pick<EdgeRow, 'sort'> & { readonly key: string }

function pageOf<Row extends Place>(
  database: Database,
  key: string,
  { type, direction, kind, limit, cursor }: NeighbourQuery,
  { columns, join }: { readonly columns: string; readonly join: string },
): Page<Row> {
  const { own, other } = ends[direction]
  const [afterKey, afterSort] = readCursor(cursor, Position) ?? ['', '']
  const wanted = { key, type, ...keyRange(kind) }
  const where = `edge.${own} = $key AND edge.type = $type AND edge.${other} >= $lowest AND edge.${other} < $highest`
  const rows = database.all<Row>(
    `SELECT ${columns} FROM edges AS edge ${join}
     WHERE ${where} AND (edge.${other}, edge.sort) > ($afterKey, $afterSort)
     ORDER BY edge.${other}, edge.sort LIMIT $limit`,
    { ...wanted, afterKey, afterSort, limit: limit + 1 },
  )
  // A first page that is not full is all there is.
  const counted =
    cursor === undefined && rows.length <= limit
      ? { count: rows.length }
      : database.get<{ count: number }>(
          `SELECT count(*) AS count FROM edges AS edge WHERE ${where}`,
          wanted,
        )
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    ...(rows.length > limit && last && { next: writeCursor([last.key, last.sort]) }),
    total: counted?.count ?? 0,
  }
}

import { z } from 'zod'

import { bareEdgeOf } from '../../domain/bare-edge.ts'
import { bareNodeOf } from '../../domain/bare-node.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { EdgeType } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { compareCounts } from '../compare-edges.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { keyRange } from '../key-range.ts'
import type { Direction, Neighbour, NeighbourCount, NeighbourQuery, Page } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'
import { jsonRows } from './json-rows.ts'
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

type NeighbourRow = readonly [
  ...[other: NodeKey, discriminator: string],
  ...[edgeState: FoldState, nodeState: FoldState],
]

export function neighbours(
  database: Database,
  key: string,
  query: NeighbourQuery,
): Page<Neighbour> {
  const { other } = ends[query.direction]
  const columns = [
    ...[`json_quote(edge.${other})`, 'json_quote(edge.discriminator)'],
    ...['edge.state', 'node.state'],
  ]
  const page = pageOf<NeighbourRow>(database, key, query, {
    columns,
    join: `JOIN nodes AS node ON node.key = edge.${other}`,
    place: ([own, discriminator]) => [own, sortable(discriminator)],
  })
  return { ...page, items: page.items.map((row) => neighbourOf(key as NodeKey, query, row)) }
}

function neighbourOf(
  key: NodeKey,
  { type, direction }: NeighbourQuery,
  [other, discriminator, edgeState, nodeState]: NeighbourRow,
): Neighbour {
  const [from, to] = direction === 'out' ? [key, other] : [other, key]
  return {
    edge: bareEdgeOf({ from, type, to, discriminator }, edgeState),
    node: bareNodeOf(other, nodeState),
  }
}

/** The index alone is read. */
export function neighbourKeys(
  database: Database,
  key: string,
  query: NeighbourQuery,
): Page<string> {
  const { other } = ends[query.direction]
  const page = pageOf<Place>(database, key, query, {
    columns: [`json_quote(edge.${other})`, 'json_quote(edge.sort)'],
    join: '',
    place: (row) => row,
  })
  return { ...page, items: page.items.map(([own]) => own) }
}

/** Where a relation stands on a page. */
type Place = readonly [other: string, sort: string]

interface Told<Row> {
  readonly columns: readonly string[]
  readonly join: string
  readonly place: (row: Row) => Place
}

function pageOf<Row extends readonly unknown[]>(
  database: Database,
  key: string,
  { type, direction, kind, limit, cursor }: NeighbourQuery,
  { columns, join, place }: Told<Row>,
): Page<Row> {
  const { own, other } = ends[direction]
  const [afterKey, afterSort] = readCursor(cursor, Position) ?? ['', '']
  const wanted = { key, type, ...keyRange(kind) }
  const where = `edge.${own} = $key AND edge.type = $type AND edge.${other} >= $lowest AND edge.${other} < $highest`
  const rows = jsonRows<Row>(
    database,
    columns,
    `FROM edges AS edge ${join}
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
    ...(rows.length > limit && last && { next: writeCursor(place(last)) }),
    total: counted?.count ?? 0,
  }
}

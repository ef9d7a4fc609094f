import { z } from 'zod'

import { bareEdgeOf } from '../../domain/bare-edge.ts'
import { bareNodeOf } from '../../domain/bare-node.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { EdgeType } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { compareNeighbours } from '../compare-edges.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { keyRange } from '../key-range.ts'
import type { Direction, Neighbour, NeighbourQuery, Page } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'
import type { HubCounts } from './hub-counts.ts'
import { jsonRows } from './json-rows.ts'
import { ends } from './neighbour-counts.ts'

type Counts = HubCounts<number>

const Position = z.tuple([z.string(), z.string()])

type NeighbourRow = readonly [
  ...[type: EdgeType, other: NodeKey, discriminator: string],
  ...[edgeState: FoldState, nodeState: FoldState],
]

function columnsOf(direction: Direction): readonly string[] {
  const { other } = ends[direction]
  return [
    ...['json_quote(edge.type)', `json_quote(edge.${other})`, 'json_quote(edge.discriminator)'],
    ...['edge.state', 'node.state'],
  ]
}

function withNodes(direction: Direction): string {
  return `JOIN nodes AS node ON node.key = edge.${ends[direction].other}`
}

/** All that a node is related to, as its counts are ordered. */
export function allNeighbours(database: Database, key: string): Neighbour[] {
  const directions = ['out', 'in'] as const
  const found = directions.flatMap((direction) =>
    jsonRows<NeighbourRow>(
      database,
      columnsOf(direction),
      `FROM edges AS edge ${withNodes(direction)} WHERE edge.${ends[direction].own} = $key`,
      { key },
    ).map((row) => neighbourOf(key as NodeKey, direction, row)),
  )
  return found.sort(compareNeighbours(key))
}

export function neighbours(
  database: Database,
  counts: Counts,
  key: string,
  query: NeighbourQuery,
): Page<Neighbour> {
  const { direction } = query
  const page = pageOf<NeighbourRow>(database, counts, key, query, {
    columns: columnsOf(direction),
    join: withNodes(direction),
    place: ([_, other, discriminator]) => [other, sortable(discriminator)],
  })
  return { ...page, items: page.items.map((row) => neighbourOf(key as NodeKey, direction, row)) }
}

function neighbourOf(
  key: NodeKey,
  direction: Direction,
  [type, other, discriminator, edgeState, nodeState]: NeighbourRow,
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
  counts: Counts,
  key: string,
  query: NeighbourQuery,
): Page<string> {
  const { other } = ends[query.direction]
  const page = pageOf<Place>(database, counts, key, query, {
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
  counts: Counts,
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
  const counted = () => {
    const found = database.get<{ count: number }>(
      `SELECT count(*) AS count FROM edges AS edge WHERE ${where}`,
      wanted,
    )
    return [found?.count ?? 0]
  }
  // A first page that is not full is all there is.
  const isAll = cursor === undefined && rows.length <= limit
  const question = `${direction} ${type} ${kind ?? ''}`
  const [total = 0] = isAll ? [rows.length] : counts.of(question, [key], counted)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    ...(rows.length > limit && last && { next: writeCursor(place(last)) }),
    total,
  }
}

import { z } from 'zod'

import { readCursor, writeCursor } from '../cursor.ts'
import { keyRange } from '../key-range.ts'
import type { Neighbour, NeighbourQuery, Page } from '../port.ts'
import type { Connection } from './connection.ts'
import {
  neighboursIn,
  neighboursInCount,
  neighboursOut,
  neighboursOutCount,
} from './graph-queries.ts'
import { edgeOfRow, nodeOfRow } from './graph-rows.ts'
import { pageOf } from './pages.ts'

const queries = {
  out: { page: neighboursOut, count: neighboursOutCount },
  in: { page: neighboursIn, count: neighboursInCount },
}

const Position = z.tuple([z.string(), z.string()])

export function neighbours(
  connection: Connection,
  key: string,
  { type, direction, kind, limit, cursor }: NeighbourQuery,
): Promise<Page<Neighbour>> {
  const [afterKey, afterSort] = readCursor(cursor, Position) ?? ['', '']
  const wanted = { key, type, ...keyRange(kind) }
  return connection.read(async (runner) => {
    const rows = await queries[direction].page.rows(runner, {
      ...wanted,
      afterKey,
      afterSort,
      limit: BigInt(limit + 1),
    })
    const counted = await queries[direction].count.rows(runner, wanted)
    return pageOf(rows, counted, limit, {
      item: (row) => ({
        node: nodeOfRow(row),
        edge: edgeOfRow({
          from: row.from,
          type: row.type,
          to: row.to,
          discriminator: row.discriminator,
          state: row.edgeState,
          records: row.edgeRecords,
        }),
      }),
      cursor: (row) => writeCursor([row.key, row.sort]),
    })
  })
}

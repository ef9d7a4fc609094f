import { z } from 'zod'

import { kindOf, type NodeKey } from '../../domain/keys.ts'
import { compareCounts, compareNeighbours } from '../compare-edges.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { keyRange } from '../key-range.ts'
import type { Expanded, Neighbour, NeighbourCount, NeighbourQuery, Page } from '../port.ts'
import type { Connection } from './connection.ts'
import {
  type CountRow,
  expand as expandQuery,
  type NeighbourRow,
  neighbourCounts as neighbourCountsQuery,
  neighboursIn,
  neighboursOut,
} from './graph-queries.ts'
import { bareEdgeOfRow, bareNodeOfRow } from './graph-rows.ts'
import { pageOf } from './pages.ts'

/** All in one statement: what it costs is to ask, whatever is asked. */
export async function expand(
  connection: Connection,
  key: string,
  { most }: { readonly most: number },
): Promise<Expanded> {
  const [row] = await connection.ask(expandQuery, { key, most: BigInt(most) })
  return {
    counts: countsOf(row?.counts ?? []),
    items: (row?.neighbours ?? []).map(neighbourOf).toSorted(compareNeighbours(key)),
  }
}

export async function neighbourCounts(
  connection: Connection,
  key: string,
): Promise<NeighbourCount[]> {
  return countsOf(await connection.ask(neighbourCountsQuery, { key }))
}

function countsOf(rows: readonly CountRow[]): NeighbourCount[] {
  return rows
    .map(({ prefix, ...count }) => ({ ...count, kind: kindOf(prefix as NodeKey) }))
    .toSorted(compareCounts)
}

const pages = { out: neighboursOut, in: neighboursIn }

const Position = z.tuple([z.string(), z.string()])

export async function neighbours(
  connection: Connection,
  key: string,
  { type, direction, kind, limit, cursor }: NeighbourQuery,
): Promise<Page<Neighbour>> {
  const [afterKey, afterSort] = readCursor(cursor, Position) ?? ['', '']
  const after = { afterKey, afterSort, limit: BigInt(limit + 1) }
  const wanted = { key, type, ...keyRange(kind), ...after }
  return pageOf(await connection.ask(pages[direction], wanted), limit, {
    item: neighbourOf,
    cursor: (row) => writeCursor([row.key, row.sort]),
  })
}

function neighbourOf(row: NeighbourRow): Neighbour {
  const { from, type, to, discriminator } = row
  return {
    node: bareNodeOfRow(row),
    edge: bareEdgeOfRow({ from, type, to, discriminator, state: row.edgeState }),
  }
}

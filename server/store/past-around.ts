import { z } from 'zod'

import { compareText } from '../domain/canonical.ts'
import type { Facts } from '../domain/fact.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Page, RecordReads } from './port.ts'
import { sortable } from './sortable.ts'

/** How many shops point to each of the nodes; above `exactUpTo` relations these are counted, as the graph that is counts them. */
export function countHoldersOf(
  keys: readonly string[],
  edges: readonly GraphEdge[],
  exactUpTo: number,
): ReadonlyMap<string, number> {
  const asked = new Set(keys)
  const shops = new Map<string, string[]>()
  for (const { from, to } of edges) {
    if (!from.startsWith('shop:') || !asked.has(to)) continue
    const own = shops.get(to) ?? []
    own.push(from)
    shops.set(to, own)
  }
  return new Map(
    [...shops].map(([key, own]) => [key, exactUpTo < own.length ? own.length : new Set(own).size]),
  )
}

const Position = z.tuple([z.string(), z.int(), z.string()])

/** One page of the records about a node, of all that names it, by source, then row. */
export function pageOfRecordsAbout(
  said: readonly Facts[],
  key: string,
  { kinds, limit, cursor }: Parameters<RecordReads['recordsAbout']>[1],
): Page<SourceRecord> {
  const after = readCursor(cursor, Position)
  const wanted = new Set(kinds)
  const all = said
    .filter(({ record, about }) => wanted.has(record.kind) && about.some((own) => own === key))
    .map(({ record }) => ({ record, place: placeOf(record) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place))
  const left = all.filter(({ place }) => after === undefined || 0 < comparePlaces(place, after))
  const items = left.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(({ record }) => record),
    ...(limit < left.length && last && { next: writeCursor(last.place) }),
    total: all.length,
  }
}

type Place = z.infer<typeof Position>

function placeOf({ source, row, hash }: SourceRecord): Place {
  return [sortable(source), row, hash]
}

function comparePlaces(a: Place, b: Place): number {
  return compareText(a[0], b[0]) || a[1] - b[1] || compareText(a[2], b[2])
}

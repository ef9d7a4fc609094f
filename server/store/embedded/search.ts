import { z } from 'zod'

import type { FoundNode, NodeKind } from '../../domain/graph.ts'
import { keyPrefixes } from '../../domain/keys.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { type SearchTerm, searchTerms } from '../name-grams.ts'
import type { Page, SearchOptions } from '../port.ts'
import { type BareNodeRow, bareNodeColumns, foundOfRow } from './bare-rows.ts'
import type { Database, SqlParameters } from './database.ts'
import { jsonRows } from './json-rows.ts'
import { prefixOf } from './key-prefix.ts'

export function search(
  database: Database,
  text: string,
  { kinds, limit, cursor }: SearchOptions,
): Page<FoundNode> {
  const terms = searchTerms(text)
  if (terms.length === 0) return { items: [], total: 0 }
  const wanted = { terms: terms.map(expressionOf).join(' AND '), prefixes: prefixesOf(kinds) }
  const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
  const rows = jsonRows<BareNodeRow>(
    database,
    bareNodeColumns,
    `FROM nodes AS node
     WHERE node.id IN (SELECT hit.id ${hits} AND hit.key > $after ORDER BY hit.key LIMIT $limit)
     ORDER BY node.key`,
    { ...wanted, after, limit: limit + 1 },
  )
  const [last] = rows[limit - 1] ?? []
  return {
    items: rows.slice(0, limit).map((row) => foundOfRow(row, terms)),
    ...(rows.length > limit && last && { next: writeCursor([last]) }),
    // A first page that is not full is all there is.
    total: cursor === undefined && rows.length <= limit ? rows.length : totalOf(database, wanted),
  }
}

/** From the index of names to the nodes, never the other way: few nodes hold a text, and the other way looks at all of them. */
const hits = `FROM node_search CROSS JOIN nodes AS hit INDEXED BY node_keys ON hit.id = node_search.rowid
  WHERE node_search MATCH $terms
    AND ($prefixes IS NULL OR ${prefixOf('hit.key')} IN (SELECT value FROM json_each($prefixes)))`

interface Wanted extends SqlParameters {
  readonly terms: string
  readonly prefixes: string | null
}

/** The index of names holds each node once, so that it counts alone where every kind is wanted. */
function totalOf(database: Database, wanted: Wanted): number {
  const { prefixes, terms } = wanted
  const counted =
    prefixes === null
      ? database.get<{ count: number }>(
          'SELECT count(*) AS count FROM node_search WHERE node_search MATCH $terms',
          { terms },
        )
      : database.get<{ count: number }>(`SELECT count(*) AS count ${hits}`, wanted)
  return counted?.count ?? 0
}

/** Tokens are hexadecimal, so that nothing in them is syntax. */
export function expressionOf(term: SearchTerm): string {
  return term.kind === 'phrase' ? `"${term.tokens}"` : `"${term.token}" *`
}

function prefixesOf(kinds: readonly NodeKind[] | undefined): string | null {
  return kinds ? JSON.stringify(kinds.map((kind) => `${keyPrefixes[kind]}:`)) : null
}

import { z } from 'zod'

import type { GraphNode, NodeKind } from '../../domain/graph.ts'
import { keyPrefixes } from '../../domain/keys.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { type SearchTerm, searchTerms } from '../name-grams.ts'
import type { Page, SearchOptions } from '../port.ts'
import type { Database } from './database.ts'
import { type NodeRow, nodeColumns, nodeOfRow } from './graph-rows.ts'
import { prefixOf } from './key-prefix.ts'

export function search(
  database: Database,
  text: string,
  { kinds, limit, cursor }: SearchOptions,
): Page<GraphNode> {
  const terms = searchTerms(text)
  if (terms.length === 0) return { items: [], total: 0 }
  const wanted = { terms: terms.map(expressionOf).join(' AND '), prefixes: prefixesOf(kinds) }
  const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
  const from = `FROM nodes AS node
    WHERE node.id IN (SELECT rowid FROM node_search WHERE node_search MATCH $terms)
      AND ($prefixes IS NULL OR ${prefixOf('node.key')} IN (SELECT value FROM json_each($prefixes)))`
  const rows = database.all<NodeRow>(
    `SELECT ${nodeColumns} ${from} AND node.key > $after ORDER BY node.key LIMIT $limit`,
    { ...wanted, after, limit: limit + 1 },
  )
  const total = database.get<{ count: number }>(`SELECT count(*) AS count ${from}`, wanted)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(nodeOfRow),
    ...(rows.length > limit && last && { next: writeCursor([last.key]) }),
    total: total?.count ?? 0,
  }
}

/** Tokens are hexadecimal, so that nothing in them is syntax. */
export function expressionOf(term: SearchTerm): string {
  return term.kind === 'phrase' ? `"${term.tokens}"` : `"${term.token}" *`
}

function prefixesOf(kinds: readonly NodeKind[] | undefined): string | null {
  return kinds ? JSON.stringify(kinds.map((kind) => `${keyPrefixes[kind]}:`)) : null
}

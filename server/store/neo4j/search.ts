import { z } from 'zod'

import type { FoundNode } from '../../domain/graph.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { type SearchTerm, searchTerms } from '../name-grams.ts'
import type { Page, SearchOptions } from '../port.ts'
import type { Connection } from './connection.ts'
import { searchCount, search as searchPage } from './graph-queries.ts'
import { foundOfRow } from './graph-rows.ts'
import { pageOf } from './pages.ts'

export async function search(
  connection: Connection,
  text: string,
  { kinds, limit, cursor }: SearchOptions,
): Promise<Page<FoundNode>> {
  const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
  const terms = searchTerms(text)
  if (terms.length === 0) return { items: [], total: 0 }
  const wanted = { terms: terms.map(expressionOf).join(' AND '), kinds: kinds ?? null }
  return connection.read(async (runner) => {
    const rows = await searchPage.rows(runner, { ...wanted, after, limit: BigInt(limit + 1) })
    const counted = await searchCount.rows(runner, wanted)
    return pageOf(rows, counted, limit, {
      item: (row) => foundOfRow(row, terms),
      cursor: ({ key }) => writeCursor([key]),
    })
  })
}

/** Tokens are hexadecimal, so that nothing in them is syntax. */
export function expressionOf(term: SearchTerm): string {
  return term.kind === 'phrase' ? `"${term.tokens}"` : `${term.token}*`
}

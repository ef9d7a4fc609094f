import { z } from 'zod'

import type { FoundNode } from '../../domain/graph.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { type SearchTerm, searchTerms } from '../name-grams.ts'
import type { Page, SearchOptions } from '../port.ts'
import type { Connection } from './connection.ts'
import { search as searchPage } from './graph-queries.ts'
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
  const wanted = {
    ...{ terms: terms.map(expressionOf).join(' AND '), kinds: kinds ?? null },
    ...{ after, limit: BigInt(limit + 1) },
  }
  return pageOf(await connection.ask(searchPage, wanted), limit, {
    item: (row) => foundOfRow(row, terms),
    cursor: ({ key }) => writeCursor([key]),
  })
}

/** Tokens are hexadecimal, so that nothing in them is syntax. */
export function expressionOf(term: SearchTerm): string {
  return term.kind === 'phrase' ? `"${term.tokens}"` : `${term.token}*`
}

import type { Database } from './database.ts'

/** Those tokens of the index of names that begin with one, or it alone. */
export interface TokenRange {
  readonly token: string
  readonly isBeginning: boolean
}

/**
 * How many pages of the index of names are full of what holds each of the tokens: near enough to tell long lists from short ones, of which there are many on a page. No list is read. FTS5 notes for every page of a
 * segment which token is the first that begins on it, as its documentation says under “FTS5 Data Structures”.
 */
export function tokenPages(database: Database, tokens: readonly TokenRange[]): number[] {
  const { last } = database.get<{ last: number | null }>(lastSegment) ?? { last: null }
  const segments = JSON.stringify(Array.from({ length: last ?? 0 }, (_, at) => at + 1))
  const asked = tokens.map(({ token, isBeginning }) => [
    marked(token),
    isBeginning ? marked(token) + afterDigits : marked(token),
  ])
  const rows = database.all<{ pages: number | null }>(pagesOf, {
    asked: JSON.stringify(asked),
    segments,
  })
  return rows.map(({ pages }) => pages ?? 0)
}

/** As FTS5 writes a token of the index itself. */
function marked(token: string): string {
  return `0${token}`
}

/** Tokens are hexadecimal. */
const afterDigits = 'g'

const lastSegment = 'SELECT max(segid) AS last FROM node_search_idx'

const first = pageWhere('term <= CAST(asked.value ->> 0 AS BLOB) ORDER BY term DESC')
const next = pageWhere('term > CAST(asked.value ->> 1 AS BLOB) ORDER BY term')

const pagesOf = `SELECT sum(${next} - ${first} - 1) AS pages
  FROM json_each($asked) AS asked CROSS JOIN json_each($segments) AS segment
  GROUP BY asked.key ORDER BY asked.key`

/** The number of a page stands beside a bit that says something else. */
function pageWhere(condition: string): string {
  return `(SELECT pgno >> 1 FROM node_search_idx WHERE segid = segment.value AND ${condition} LIMIT 1)`
}

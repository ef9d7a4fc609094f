import { z } from 'zod'

import { namesOf } from '../../domain/fold-names.ts'
import type { FoundNode, NodeKind } from '../../domain/graph.ts'
import { keyPrefixes, kindOf } from '../../domain/keys.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import { missingTerms, type SearchTerm, searchTerms } from '../name-grams.ts'
import type { Page, SearchOptions } from '../port.ts'
import { type BareNodeRow, bareNodeColumns, foundOfRow } from './bare-rows.ts'
import type { Database, SqlParameters } from './database.ts'
import { jsonRows } from './json-rows.ts'
import { prefixOf } from './key-prefix.ts'
import { expressionOf } from './search-expression.ts'
import { type Sieve, sieveOf } from './sieve.ts'

export function search(database: Database, text: string, options: SearchOptions): Page<FoundNode> {
  const terms = searchTerms(text)
  if (terms.length === 0) return { items: [], total: 0 }
  const { rows, total } = sifted(database, terms, options) ?? found(database, terms, options)
  const { limit } = options
  const [last] = rows[limit - 1] ?? []
  return {
    items: rows.slice(0, limit).map((row) => foundOfRow(row, terms)),
    ...(rows.length > limit && last && { next: writeCursor([last]) }),
    total,
  }
}

/** The rows of a page and one more, if there is one, and how many there are on all pages. */
interface Found {
  readonly rows: readonly BareNodeRow[]
  readonly total: number
}

/** Looks at each of what passes a sieve; undefined where there is none, or too much passes. */
function sifted(
  database: Database,
  terms: readonly SearchTerm[],
  { kinds, limit, cursor }: SearchOptions,
): Found | undefined {
  const sieve = sieveOf(database, terms)
  if (sieve === undefined) return undefined
  const ids = passing(database, sieve)
  if (sieve.most < ids.length) return undefined
  const all = jsonRows<BareNodeRow>(
    database,
    bareNodeColumns,
    `FROM nodes AS node WHERE node.id IN (SELECT value FROM json_each($ids)) ORDER BY node.key`,
    { ids: JSON.stringify(ids) },
  ).filter(
    ([key, state]) =>
      (kinds === undefined || kinds.includes(kindOf(key))) &&
      missingTerms(key, namesOf(key, state), terms).length === 0,
  )
  const after = afterOf(cursor)
  return { rows: all.filter(([key]) => after < key).slice(0, limit + 1), total: all.length }
}

/** No more than one too many. */
function passing(database: Database, { expression, most }: Sieve): readonly number[] {
  const passed = database.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids
     FROM (SELECT rowid AS id FROM node_search WHERE node_search MATCH $expression LIMIT $limit)`,
    { expression, limit: most + 1 },
  )
  return JSON.parse(passed?.ids ?? '[]') as number[]
}

/** Has the index of names find all that is asked for. */
function found(
  database: Database,
  terms: readonly SearchTerm[],
  { kinds, limit, cursor }: SearchOptions,
): Found {
  const wanted = { terms: terms.map(expressionOf).join(' AND '), prefixes: prefixesOf(kinds) }
  const rows = jsonRows<BareNodeRow>(
    database,
    bareNodeColumns,
    `FROM nodes AS node
     WHERE node.id IN (SELECT hit.id ${hits} AND hit.key > $after ORDER BY hit.key LIMIT $limit)
     ORDER BY node.key`,
    { ...wanted, after: afterOf(cursor), limit: limit + 1 },
  )
  // A first page that is not full is all there is.
  const isAll = cursor === undefined && rows.length <= limit
  return { rows, total: isAll ? rows.length : totalOf(database, wanted) }
}

function afterOf(cursor: string | undefined): string {
  const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
  return after
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

function prefixesOf(kinds: readonly NodeKind[] | undefined): string | null {
  return kinds ? JSON.stringify(kinds.map((kind) => `${keyPrefixes[kind]}:`)) : null
}

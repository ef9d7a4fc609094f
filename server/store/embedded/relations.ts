import { nameOf } from '../../domain/fold-names.ts'
import type { EdgeType } from '../../domain/graph.ts'
import { keyRange } from '../key-range.ts'
import { bareNodeRows } from './bare-rows.ts'
import type { Beginnings } from './beginnings.ts'
import type { Database } from './database.ts'
import type { HubCounts } from './hub-counts.ts'

/** What relations are counted by. */
export interface Counting {
  readonly database: Database
  readonly hubs: HubCounts<number>
  readonly beginnings: Beginnings
}

/** The index alone is counted. */
export function relationCounts(
  counting: Counting,
  keys: readonly string[],
  types: readonly EdgeType[] | undefined,
): ReadonlyMap<string, number> {
  const count = (some: readonly string[]) => relationNumbers(counting, some, types)
  return byKey(keys, counting.hubs.of(relationQuestion(types), keys, count))
}

/** What is counted of hubs where relations of these types are. */
export function relationQuestion(types: readonly EdgeType[] | undefined): string {
  return `relations ${types === undefined ? '' : JSON.stringify(types)}`
}

/** How many relations each of the keys has in either direction, in their order. */
export function relationNumbers(
  { database, beginnings }: Counting,
  keys: readonly string[],
  types: readonly EdgeType[] | undefined,
): readonly number[] {
  const asked = types && { types: JSON.stringify(types) }
  const ofTypes = types === undefined ? '' : 'AND type IN (SELECT value FROM json_each($types))'
  const count = (own: string, some: readonly string[]) =>
    numbersOf(database, `(SELECT count(*) FROM edges WHERE ${own} = wanted.value ${ofTypes})`, {
      ...{ keys: some, ...asked },
    })
  const beginning = keys.filter(beginnings())
  const out = new Map(count('from_key', beginning).map((own, place) => [beginning[place], own]))
  return count('to_key', keys).map((own, place) => own + (out.get(keys[place]) ?? 0))
}

/** A number for each of the keys, which are called `wanted.value`: all come as one text, as a row of its own for each costs more than to find it. */
function numbersOf(
  database: Database,
  sql: string,
  { keys, ...more }: { readonly keys: readonly string[] } & Readonly<Record<string, unknown>>,
): readonly number[] {
  if (keys.length === 0) return []
  const found = database.get<{ numbers: string | null }>(
    `SELECT group_concat(${sql}) AS numbers FROM json_each($keys) AS wanted`,
    { ...(more as Record<string, string>), keys: JSON.stringify(keys) },
  )
  return JSON.parse(`[${found?.numbers ?? ''}]`) as number[]
}

/** Those of the counts that are not 0. */
function byKey(keys: readonly string[], counts: readonly number[]): ReadonlyMap<string, number> {
  return new Map(
    keys.flatMap((key, place) => {
      const count = counts[place] ?? 0
      return count === 0 ? [] : [[key, count]]
    }),
  )
}

export function holderCounts(
  database: Database,
  hubs: HubCounts<number>,
  keys: readonly string[],
  exactUpTo: number,
): ReadonlyMap<string, number> {
  const { lowest, highest } = keyRange('Shop')
  const held = `FROM edges WHERE to_key = wanted.value AND from_key >= '${lowest}' AND from_key < '${highest}'`
  // Of a hub nobody is told apart: to sort its holders takes longer than to count them.
  const counts = hubs.of(`holders ${exactUpTo}`, keys, (some) =>
    numbersOf(
      database,
      `(SELECT CASE WHEN ${exactUpTo} < relations THEN relations ELSE (SELECT count(DISTINCT from_key) ${held}) END
        FROM (SELECT count(*) AS relations ${held}))`,
      { keys: some },
    ),
  )
  return byKey(keys, counts)
}

export function namesOf(database: Database, keys: readonly string[]): ReadonlyMap<string, string> {
  return new Map(bareNodeRows(database, keys).map(([key, state]) => [key, nameOf(key, state)]))
}

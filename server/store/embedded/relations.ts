import { nameOf } from '../../domain/fold-names.ts'
import type { EdgeType } from '../../domain/graph.ts'
import { keyRange } from '../key-range.ts'
import { bareNodeRows } from './bare-rows.ts'
import type { Database } from './database.ts'
import type { HubCounts } from './hub-counts.ts'

/** The index alone is counted. */
export function relationCounts(
  database: Database,
  hubs: HubCounts<number>,
  keys: readonly string[],
  types: readonly EdgeType[] | undefined,
): ReadonlyMap<string, number> {
  const ofTypes = types === undefined ? '' : 'AND type IN (SELECT value FROM json_each($types))'
  const asked = types && { types: JSON.stringify(types) }
  const counts = hubs.of(`relations ${asked?.types ?? ''}`, keys, (some) =>
    numbersOf(
      database,
      `(SELECT count(*) FROM edges WHERE from_key = wanted.value ${ofTypes})
       + (SELECT count(*) FROM edges WHERE to_key = wanted.value ${ofTypes})`,
      { keys: some, ...asked },
    ),
  )
  return byKey(keys, counts)
}

/** A number for each of the keys, which are called `wanted.value`: all come as one text, as a row of its own for each costs more than to find it. */
function numbersOf(
  database: Database,
  sql: string,
  { keys, ...more }: { readonly keys: readonly string[] } & Readonly<Record<string, unknown>>,
): readonly number[] {
  const found = database.get<{ numbers: string | null }>(
    `SELECT group_concat(${sql}) AS numbers FROM json_each($keys) AS wanted`,
    { ...(more as Record<string, string>), keys: JSON.stringify(keys) },
  )
  return JSON.parse(`[${found?.numbers ?? ''}]`) as number[]
}

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

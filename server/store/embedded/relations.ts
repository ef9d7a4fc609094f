import { nameOf } from '../../domain/fold-names.ts'
import type { FoldState } from '../../domain/fold-state.ts'
import type { EdgeType } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { keyRange } from '../key-range.ts'
import type { HolderCount, NeighbourKeysQuery } from '../walk-reads.ts'
import type { Database } from './database.ts'

export function neighbourKeys(
  database: Database,
  key: string,
  { types, since, until }: NeighbourKeysQuery,
): string[] {
  const where = [
    ...(types === undefined ? [] : ['type IN (SELECT value FROM json_each($types))']),
    // Asked for only where it matters: days stand in the table, and all else in an index.
    ...(since === undefined ? [] : [`coalesce(state ->> '$.lastSeen' >= $since, true)`]),
    ...(until === undefined ? [] : [`coalesce(state ->> '$.firstSeen' <= $until, true)`]),
  ]
  const fits = where.map((condition) => `AND ${condition}`).join(' ')
  const rows = database.all<{ key: string }>(
    `SELECT to_key AS key FROM edges WHERE from_key = $key ${fits}
     UNION SELECT from_key FROM edges WHERE to_key = $key ${fits} ORDER BY 1`,
    {
      key,
      ...(types !== undefined && { types: JSON.stringify(types) }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
    },
  )
  return rows.map((row) => row.key)
}

/** The index alone is counted. */
export function relationCounts(
  database: Database,
  keys: readonly string[],
  types: readonly EdgeType[] | undefined,
): ReadonlyMap<string, number> {
  const ofTypes = types === undefined ? '' : 'AND type IN (SELECT value FROM json_each($types))'
  const rows = database.all<{ key: string; relations: number }>(
    `SELECT wanted.value AS key,
       (SELECT count(*) FROM edges WHERE from_key = wanted.value ${ofTypes})
       + (SELECT count(*) FROM edges WHERE to_key = wanted.value ${ofTypes}) AS relations
     FROM json_each($keys) AS wanted`,
    {
      keys: JSON.stringify(keys),
      ...(types !== undefined && { types: JSON.stringify(types) }),
    },
  )
  return new Map(rows.flatMap((row) => (row.relations === 0 ? [] : [[row.key, row.relations]])))
}

export function holderCounts(database: Database, keys: readonly string[]): HolderCount[] {
  const { lowest, highest } = keyRange('Shop')
  return database.all<HolderCount>(
    `SELECT to_key AS key, count(*) AS relations, count(DISTINCT from_key) AS shops
     FROM edges WHERE to_key IN (SELECT value FROM json_each($keys))
       AND from_key >= $lowest AND from_key < $highest
     GROUP BY to_key ORDER BY to_key`,
    { keys: JSON.stringify(keys), lowest, highest },
  )
}

export function namesOf(database: Database, keys: readonly string[]): ReadonlyMap<string, string> {
  const rows = database.all<{ key: NodeKey; state: string }>(
    'SELECT key, state FROM nodes WHERE key IN (SELECT value FROM json_each($keys))',
    { keys: JSON.stringify(keys) },
  )
  return new Map(rows.map(({ key, state }) => [key, nameOf(key, JSON.parse(state) as FoldState)]))
}

import type { FoldState } from '../../domain/fold-state.ts'
import { nameOf } from '../../domain/fold-state.ts'
import type { EdgeType, GraphEdge } from '../../domain/graph.ts'
import type { NodeKey } from '../../domain/keys.ts'
import { compareEdges } from '../compare-edges.ts'
import { keyRange } from '../key-range.ts'
import type { HolderCount } from '../port.ts'
import type { Database } from './database.ts'
import { type EdgeRow, edgeColumns, edgeOfRow } from './graph-rows.ts'

export function relationsOf(
  database: Database,
  key: string,
  types: readonly EdgeType[] | undefined,
): GraphEdge[] {
  const ofTypes = '($types IS NULL OR type IN (SELECT value FROM json_each($types)))'
  return database
    .all<EdgeRow>(
      `SELECT ${edgeColumns} FROM edges AS edge WHERE from_key = $key AND ${ofTypes}
       UNION ALL
       SELECT ${edgeColumns} FROM edges AS edge WHERE to_key = $key AND ${ofTypes}`,
      { key, types: types === undefined ? null : JSON.stringify(types) },
    )
    .map(edgeOfRow)
    .toSorted(compareEdges)
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

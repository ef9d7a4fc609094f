import type { NodeKind } from '../../domain/graph.ts'
import { kindOf, type NodeKey } from '../../domain/keys.ts'
import type { GraphStats } from '../port.ts'
import type { Database } from './database.ts'
import { prefixOf } from './key-prefix.ts'

/** Rows that are counted in one statement: some ten milliseconds, once they are in memory. */
const rowsAtOnce = 25_000

/** Counts nodes by kind and current records, and lets whoever waits for the thread go first between two pieces. */
export async function storeSize(
  database: Database,
  atOnce = rowsAtOnce,
): Promise<Omit<GraphStats, 'edges'>> {
  const nodes: Partial<Record<NodeKind, number>> = {}
  for await (const piece of piecesOf(database, 'nodes', atOnce)) {
    const found = database.all<{ prefix: string; count: number }>(
      `SELECT ${prefixOf('key')} AS prefix, count(*) AS count FROM nodes INDEXED BY node_keys
       WHERE id > $after AND id <= $until GROUP BY prefix ORDER BY prefix`,
      piece,
    )
    for (const { prefix, count } of found) {
      const kind = kindOf(prefix as NodeKey)
      nodes[kind] = (nodes[kind] ?? 0) + count
    }
  }
  let records = 0
  for await (const piece of piecesOf(database, 'records', atOnce)) {
    const found = database.get<{ count: number }>(
      `SELECT count(*) AS count FROM records
       WHERE id > $after AND id <= $until AND superseded_at IS NULL`,
      piece,
    )
    records += found?.count ?? 0
  }
  return { nodes, records }
}

/** Row numbers are dealt in turn. */
async function* piecesOf(database: Database, table: 'nodes' | 'records', atOnce: number) {
  const found = database.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)
  const last = found?.last ?? 0
  for (let after = 0; after < last; after += atOnce) {
    yield { after, until: after + atOnce }
    await new Promise((resolve) => setImmediate(resolve))
  }
}

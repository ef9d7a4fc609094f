import type { Database } from './database.ts'

/** The row after the last one. */
export function nextRow(database: Database, table: 'records' | 'nodes' | 'edges'): number {
  const found = database.get<{ last: number | null }>(`SELECT max(id) AS last FROM ${table}`)
  return (found?.last ?? 0) + 1
}

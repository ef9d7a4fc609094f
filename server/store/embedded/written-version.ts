import type { Database } from './database.ts'

/** Another text whenever this connection or another one has written. */
export function writtenVersion(database: Database): string {
  const found = database.get<{ version: string }>(
    `SELECT data_version || ' ' || total_changes() AS version FROM pragma_data_version`,
  )
  return found?.version ?? ''
}

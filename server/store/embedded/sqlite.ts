import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** The part of the `node:sqlite` API that both bindings have in every version that can run here. */
export type Sqlite = Pick<DatabaseSyncInstance, 'exec' | 'prepare' | 'close'>

interface Binding {
  readonly DatabaseSync: new (path: string) => Sqlite
}

/**
 * Opens a database file with the SQLite that Node brings, where it does (22.13 and later, without a flag), and with a
 * prebuilt binding of the same API before that.
 */
export async function openSqlite(path: string): Promise<Sqlite> {
  const { DatabaseSync } = builtIn() ?? (await import('@photostructure/sqlite'))
  return new DatabaseSync(path)
}

function builtIn(): Binding | undefined {
  return process.getBuiltinModule('node:sqlite') as Binding | undefined
}

import { pathToFileURL } from 'node:url'

import type { DatabaseSyncInstance } from '@photostructure/sqlite'

/** The part of the `node:sqlite` API that both bindings have in every version that can run here. */
export type Sqlite = Pick<DatabaseSyncInstance, 'exec' | 'prepare' | 'close'>

/**
 * `write`: as whoever works with a store. `read`: nothing is written, and SQLite keeps apart by its log and locks what others write meanwhile. `still`: nothing is written, by anybody: SQLite
 * takes no lock and looks for no log, for which it would have to write.
 */
export type Access = 'write' | 'read' | 'still'

interface Binding {
  readonly DatabaseSync: new (path: string, options?: { readonly readOnly: boolean }) => Sqlite
}

/**
 * Opens a database file with the SQLite that Node brings, where it does (22.13 and later, without a flag), and with a
 * prebuilt binding of the same API before that. A file that is still is opened by an address, which Node takes in some versions alone.
 */
export async function openSqlite(path: string, access: Access): Promise<Sqlite> {
  if (access === 'still') {
    const { DatabaseSync } = await import('@photostructure/sqlite')
    return new DatabaseSync(stillAddress(path), { readOnly: true })
  }
  const { DatabaseSync } = builtIn() ?? (await import('@photostructure/sqlite'))
  return access === 'write' ? new DatabaseSync(path) : new DatabaseSync(path, { readOnly: true })
}

function stillAddress(path: string): URL {
  const address = pathToFileURL(path)
  address.searchParams.set('immutable', '1')
  return address
}

function builtIn(): Binding | undefined {
  return process.getBuiltinModule('node:sqlite') as Binding | undefined
}

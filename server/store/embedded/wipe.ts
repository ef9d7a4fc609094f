import { FailureError } from '../../domain/failure.ts'
import type { Database } from './database.ts'

/** Within the transaction that deletes: from now on the store is to be wiped, also by whoever opens it after this process ended. */
export function wipeLater(database: Database): void {
  database.script('CREATE TABLE IF NOT EXISTS to_wipe (id INTEGER PRIMARY KEY) STRICT')
}

/**
 * Clears what was deleted where it still stands: in names of sources, in free pages, in the parts of indexes that deletions only mark, and in the journal. Throws a FailureError where another process
 * reads on what the journal holds.
 */
export function wipe(database: Database): void {
  database.script(
    `DELETE FROM record_sources WHERE id NOT IN (SELECT source FROM records);
     INSERT INTO node_search (node_search) VALUES ('optimize');
     INSERT INTO ended_search (ended_search) VALUES ('optimize');
     VACUUM`,
  )
  // It does not fail where somebody reads: it says so, and leaves the journal as it is.
  const emptied = database.get<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)')
  if (emptied?.busy !== 0) {
    throw new FailureError(
      `What was forgotten is gone from the store, but the journal ${database.path}-wal still holds its bytes, as somebody reads the store; end that, and run any command on the store, which clears the journal.`,
    )
  }
  database.script('DROP TABLE IF EXISTS to_wipe')
}

/** Ends what a process began that deleted and was ended itself. Where somebody works on the store, it stays to be done. */
export function wipeIfDue(database: Database): void {
  const due = database.get("SELECT name FROM sqlite_schema WHERE name = 'to_wipe'")
  if (due === undefined) return
  try {
    wipe(database)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
  }
}

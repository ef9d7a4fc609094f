import type { UnfinishedSource } from '../../domain/unfinished.ts'
import type { EpochMs } from '../../domain/units.ts'
import { rangeOf } from '../dataset-range.ts'
import type { Database } from './database.ts'

/** All that began and has not ended, by id of the source. */
export function unfinishedIn(database: Database): UnfinishedSource[] {
  return database.all<UnfinishedSource>(
    'SELECT source AS id, what, since FROM unfinished ORDER BY source',
  )
}

/** Says of sources that something began. Within a transaction of the caller, as all writes here. */
export function putUnfinished(database: Database, sources: readonly UnfinishedSource[]): void {
  database.insertAll(
    'INSERT OR REPLACE INTO unfinished (source, what, since)',
    sources.map(({ id, what, since }) => [id, what, since]),
  )
}

/** The same of the current sources of a dataset that is taken back. */
export function putWithdrawal(database: Database, dataset: string, at: EpochMs): void {
  database.run(
    `INSERT OR REPLACE INTO unfinished (source, what, since)
     SELECT id, 'withdrawal', $at FROM sources
     WHERE superseded_at IS NULL AND id >= $from AND id < $to`,
    { ...rangeOf(dataset), at },
  )
}

/** What was begun of a source has ended. */
export function endUnfinished(database: Database, id: string): void {
  database.run('DELETE FROM unfinished WHERE source = $id', { id })
}

/** The same of every source of a dataset. */
export function endAllUnfinished(database: Database, dataset: string): void {
  database.run('DELETE FROM unfinished WHERE source >= $from AND source < $to', rangeOf(dataset))
}

/**
 * Makes the table, and finds in a store of an earlier version what it did not say: sources that have records and never became current, and records that were put after their source became so. Of
 * a load of several files those that it had not come to are known to nobody.
 */
export function tellUnfinished(database: Database): void {
  database.script(`
    CREATE TABLE IF NOT EXISTS unfinished (
      source TEXT PRIMARY KEY, what TEXT NOT NULL, since INTEGER NOT NULL
    ) STRICT;
    INSERT OR REPLACE INTO unfinished
      SELECT record_sources.source, 'load', max(records.put_at)
      FROM records JOIN record_sources ON record_sources.id = records.source
      LEFT JOIN sources ON sources.id = record_sources.source AND sources.superseded_at IS NULL
      WHERE records.superseded_at IS NULL
        AND (sources.id IS NULL OR records.put_at > sources.loaded_at)
      GROUP BY records.source`)
}

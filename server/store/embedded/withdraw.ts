import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { rangeOf } from '../dataset-range.ts'
import { maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'
import { recordChanges } from './records.ts'
import { endAllUnfinished } from './unfinished.ts'

/** Closes at most a batch of what the sources of a dataset said; answers how many records it was. Within a transaction of the caller, as what follows. */
export function closeSome(database: Database, dataset: string, at: EpochMs): number {
  const range = rangeOf(dataset)
  const some = database.all<{ hash: Sha256 }>(
    `SELECT lower(hex(hash)) AS hash FROM records WHERE superseded_at IS NULL AND source IN (
       SELECT id FROM record_sources WHERE sort >= $from AND sort < $to)
     ORDER BY source, row, hash LIMIT $limit`,
    { from: sortable(range.from), to: sortable(range.to), limit: maxBatch },
  )
  const changes = recordChanges(database)
  for (const { hash } of some) changes.close(hash, at)
  changes.settle()
  return some.length
}

/** Takes the sources of a dataset and their quarantine away, and what was begun of them. */
export function withdrawSources(database: Database, dataset: string, at: EpochMs) {
  const { from, to } = rangeOf(dataset)
  const counted = database.get<{ sources: number; quarantined: number }>(
    `SELECT (SELECT count(*) FROM sources WHERE superseded_at IS NULL AND id >= $from AND id < $to) AS sources,
            (SELECT count(*) FROM quarantine WHERE source >= $from AND source < $to) AS quarantined`,
    { from, to },
  )
  database.run('DELETE FROM quarantine WHERE source >= $from AND source < $to', { from, to })
  database.run(
    'DELETE FROM sources WHERE superseded_at IS NULL AND id >= $from AND id < $to AND loaded_at = $at',
    { from, to, at },
  )
  database.run(
    'UPDATE sources SET superseded_at = $at WHERE superseded_at IS NULL AND id >= $from AND id < $to',
    { from, to, at },
  )
  endAllUnfinished(database, dataset)
  return counted ?? { sources: 0, quarantined: 0 }
}

import { canonicalJson } from '../../domain/canonical.ts'
import type { Hashes } from '../../domain/hash-set.ts'
import type { QuarantinedRow, Source } from '../../domain/record.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { maxBatch } from '../port.ts'
import type { Database } from './database.ts'
import { recordChanges } from './records.ts'
import { endUnfinished } from './unfinished.ts'

/** Keeps rows that could not be loaded; those of the same place are replaced. Within a transaction of the caller, as all writes here. */
export function putQuarantine(
  database: Database,
  source: string,
  batch: readonly QuarantinedRow[],
): void {
  database.insertAll(
    'INSERT OR REPLACE INTO quarantine (source, row, body)',
    batch.map((row) => [source, row.row, canonicalJson(row)]),
  )
}

/** Closes the current records of a source that its load did not say. */
export function closeUnsaid(database: Database, source: Source, said: Hashes): void {
  const changes = recordChanges(database)
  for (const hash of currentHashes(database, source.id)) {
    if (!said.has(hash)) changes.close(hash, source.loadedAt)
  }
  changes.settle()
}

/** Whether a source has current records that its load did not say. */
export function isAnyUnsaid(database: Database, { id }: Source, said: Hashes): boolean {
  for (const hash of currentHashes(database, id)) if (!said.has(hash)) return true
  return false
}

/** Page by page, as a source may have millions. */
function* currentHashes(database: Database, source: string): Generator<Sha256> {
  let after = { row: 0, hash: '' as Sha256 }
  for (;;) {
    const page = database.all<typeof after>(
      `SELECT row, lower(hex(hash)) AS hash FROM records
       WHERE source = (SELECT id FROM record_sources WHERE source = $source)
         AND superseded_at IS NULL AND (row, hash) > ($row, unhex($hash))
       ORDER BY row, hash LIMIT $limit`,
      { source, ...after, limit: maxBatch },
    )
    yield* page.map(({ hash }) => hash)
    const last = page.at(-1)
    if (page.length < maxBatch || last === undefined) return
    after = last
  }
}

/** Drops all quarantined rows of a source but those. */
export function keepQuarantine(
  database: Database,
  source: string,
  rows: ReadonlySet<number>,
): void {
  const held = database.all<{ row: number }>('SELECT row FROM quarantine WHERE source = $source', {
    source,
  })
  for (const { row } of held) {
    if (rows.has(row)) continue
    database.run('DELETE FROM quarantine WHERE source = $source AND row = $row', { source, row })
  }
}

/** Makes a source the current version of itself, and its load one that has ended. */
export function replaceSource(database: Database, source: Source): void {
  database.run(
    'UPDATE sources SET superseded_at = $at WHERE id = $id AND superseded_at IS NULL AND loaded_at <> $at',
    { id: source.id, at: source.loadedAt },
  )
  putSource(database, source, undefined)
  endUnfinished(database, source.id)
}

/** Keeps one version of a source, current when nothing superseded it. */
export function putSource(
  database: Database,
  source: Source,
  supersededAt: EpochMs | undefined,
): void {
  database.run(
    `INSERT OR REPLACE INTO sources (id, loaded_at, superseded_at, body)
     VALUES ($id, $loadedAt, $supersededAt, $body)`,
    {
      id: source.id,
      loadedAt: source.loadedAt,
      supersededAt: supersededAt ?? null,
      body: canonicalJson(source),
    },
  )
}

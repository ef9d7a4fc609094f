import { canonicalJson } from '../../domain/canonical.ts'
import type { Source } from '../../domain/record.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { checkFacts } from '../check-facts.ts'
import type { FactWrites } from '../port.ts'
import { sortable } from '../sortable.ts'
import { writtenOnce } from '../written-facts.ts'
import type { Database } from './database.ts'
import { recordChanges } from './records.ts'

export function factWrites(database: Database): FactWrites {
  return {
    async putFacts(source, batch, loadedAt) {
      checkFacts(source, batch)
      database.transaction(() => {
        const changes = recordChanges(database)
        for (const written of writtenOnce(batch)) changes.put(written, loadedAt)
        changes.settle()
      })
    },
    async putQuarantine(source, batch) {
      database.transaction(() => {
        for (const row of batch) {
          database.run(
            'INSERT OR REPLACE INTO quarantine (source, row, body) VALUES ($source, $row, $body)',
            { source, row: row.row, body: canonicalJson(row) },
          )
        }
      })
    },
    async finishSource(source, records, quarantined) {
      database.transaction(() => {
        closeUnsaid(database, source, records)
        keepQuarantine(database, source.id, new Set(quarantined))
        replaceSource(database, source)
      })
      database.script('PRAGMA optimize')
    },
  }
}

function closeUnsaid(database: Database, source: Source, said: ReadonlySet<Sha256>): void {
  const changes = recordChanges(database)
  const current = database.all<{ hash: Sha256 }>(
    'SELECT hash FROM records WHERE sort = $sort AND superseded_at IS NULL ORDER BY row, hash',
    { sort: sortable(source.id) },
  )
  for (const { hash } of current) if (!said.has(hash)) changes.close(hash, source.loadedAt)
  changes.settle()
}

function keepQuarantine(database: Database, source: string, rows: ReadonlySet<number>): void {
  const held = database.all<{ row: number }>('SELECT row FROM quarantine WHERE source = $source', {
    source,
  })
  for (const { row } of held) {
    if (rows.has(row)) continue
    database.run('DELETE FROM quarantine WHERE source = $source AND row = $row', { source, row })
  }
}

function replaceSource(database: Database, source: Source): void {
  database.run(
    'UPDATE sources SET superseded_at = $at WHERE id = $id AND superseded_at IS NULL AND loaded_at <> $at',
    { id: source.id, at: source.loadedAt },
  )
  putSource(database, source, undefined)
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

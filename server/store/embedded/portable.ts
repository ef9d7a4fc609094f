import { canonicalJson, compareText } from '../../domain/canonical.ts'
import type { Source } from '../../domain/record.ts'
import type { EpochMs } from '../../domain/units.ts'
import { dump } from '../dump.ts'
import type { Files } from '../files.ts'
import type { HistoryReads, HistoryWrites } from '../history.ts'
import type { Custody, Portable, RecordReads, Runs, Work } from '../port.ts'
import { restore } from '../restore.ts'
import { putEvents } from './custody.ts'
import type { Database } from './database.ts'
import { foldedReads } from './folded-reads.ts'
import { type RecordColumns, unpackedRecord, unpackedSaid } from './packed-facts.ts'
import { recordColumns, recordTables } from './record-sources.ts'
import { recordChanges } from './records.ts'
import { writeRun } from './run-rows.ts'
import { putSource } from './source-writes.ts'
import { putUnfinished } from './unfinished.ts'

export function portable(
  database: Database,
  parts: RecordReads & Runs & Work & Files & Custody,
): Portable {
  const history = historyReads(database)
  return {
    ...history,
    ...foldedReads(database),
    dump: () => dump({ ...parts, ...history }),
    restore: (lines) => restore({ ...parts, ...historyWrites(database) }, lines),
  }
}

const scanRows = 1_000

function historyReads(database: Database): HistoryReads {
  return {
    async *sourceVersions() {
      const versions = database
        .all<{ body: string; superseded_at: EpochMs | null }>(
          'SELECT body, superseded_at FROM sources',
        )
        .map((row) => ({ source: JSON.parse(row.body) as Source, ...supersededAt(row) }))
      yield* versions.toSorted(
        (a, b) => compareText(a.source.id, b.source.id) || a.source.loadedAt - b.source.loadedAt,
      )
    },
    async *recordVersions() {
      let after = { hash: '', loaded_at: 0 as EpochMs }
      for (;;) {
        const rows = database.all<VersionRow>(
          `SELECT ${recordColumns}, facts, loaded_at, superseded_at FROM ${recordTables}
           WHERE (records.hash, loaded_at) > (unhex($hash), $at)
           ORDER BY records.hash, loaded_at LIMIT $limit`,
          { hash: after.hash, at: after.loaded_at, limit: scanRows },
        )
        yield* rows.map((row) => ({
          facts: { record: unpackedRecord(row), ...unpackedSaid(row.facts) },
          loadedAt: row.loaded_at,
          ...supersededAt(row),
        }))
        const last = rows.at(-1)
        if (rows.length < scanRows || last === undefined) return
        after = last
      }
    },
  }
}

interface VersionRow extends RecordColumns {
  readonly facts: string
  readonly loaded_at: EpochMs
  readonly superseded_at: EpochMs | null
}

function supersededAt({ superseded_at }: { superseded_at: EpochMs | null }) {
  return superseded_at === null ? {} : { supersededAt: superseded_at }
}

/** One transaction holds all of a restore, as nobody else has a use for a store that is being filled. */
function historyWrites(database: Database): HistoryWrites {
  return {
    async isEmpty() {
      const found = database.get<{ held: number }>(
        `SELECT EXISTS (SELECT 1 FROM sources) OR EXISTS (SELECT 1 FROM records)
           OR EXISTS (SELECT 1 FROM quarantine) OR EXISTS (SELECT 1 FROM runs)
           OR EXISTS (SELECT 1 FROM decisions) OR EXISTS (SELECT 1 FROM rulings)
           OR EXISTS (SELECT 1 FROM papers) OR EXISTS (SELECT 1 FROM leads)
           OR EXISTS (SELECT 1 FROM custody) OR EXISTS (SELECT 1 FROM unfinished) AS held`,
      )
      return found?.held === 0
    },
    async restoring(work) {
      database.script('BEGIN IMMEDIATE')
      try {
        await work()
        database.script('COMMIT')
      } catch (error) {
        database.rollBack()
        throw error
      }
    },
    async putSourceVersion({ source, supersededAt }) {
      putSource(database, source, supersededAt)
    },
    async putRecordVersions(batch) {
      const changes = recordChanges(database)
      for (const version of batch) {
        changes.restore(version.facts, version.loadedAt, version.supersededAt)
      }
      changes.settle()
    },
    async putUnfinished(source) {
      putUnfinished(database, [source])
    },
    async putQuarantined(row) {
      database.run('INSERT INTO quarantine (source, row, body) VALUES ($source, $row, $body)', {
        source: row.source,
        row: row.row,
        body: canonicalJson(row),
      })
    },
    async putCustody(events) {
      putEvents(database, events)
    },
    async putRun(run, contents) {
      writeRun(database, run, contents)
    },
  }
}

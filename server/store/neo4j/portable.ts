import { compareText } from '../../domain/canonical.ts'
import type { Source } from '../../domain/record.ts'
import type { EpochMs } from '../../domain/units.ts'
import { dump } from '../dump.ts'
import type { Files } from '../files.ts'
import type { HistoryReads, HistoryWrites } from '../history.ts'
import type { Custody, Portable, RecordReads, Runs, Work } from '../port.ts'
import { restore } from '../restore.ts'
import { readRecord, readSaid } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { putEventsIn } from './custody.ts'
import { putQuarantineIn, putSourceIn } from './fact-writes.ts'
import { foldedReads } from './folded-reads.ts'
import { scan } from './pages.ts'
import { publishRun } from './publish-run.ts'
import { addVersionsIn } from './record-changes.ts'
import { scanRecordVersions, sourceVersions } from './record-queries.ts'
import { clearStore, held, setRestoring } from './store-queries.ts'
import { putUnfinishedIn } from './unfinished.ts'

export function portable(
  connection: Connection,
  parts: RecordReads & Runs & Work & Files & Custody,
): Portable {
  const history = historyReads(connection)
  return {
    ...history,
    ...foldedReads(connection),
    dump: () => dump({ ...parts, ...history }),
    restore: (lines) => restore({ ...parts, ...historyWrites(connection) }, lines),
  }
}

function historyReads(connection: Connection): HistoryReads {
  return {
    async *sourceVersions() {
      const rows = await connection.ask(sourceVersions, {})
      const versions = rows.map(({ body, supersededAt }) => ({
        source: JSON.parse(body) as Source,
        ...closing(supersededAt),
      }))
      yield* versions.toSorted(
        (a, b) => compareText(a.source.id, b.source.id) || a.source.loadedAt - b.source.loadedAt,
      )
    },
    async *recordVersions() {
      const page = (after: string, limit: bigint) =>
        connection.ask(scanRecordVersions, { after, limit })
      for await (const row of scan(page, ({ version }) => version)) {
        yield {
          facts: { record: readRecord(row.body, row.row), ...readSaid(row.facts) },
          loadedAt: row.loadedAt as EpochMs,
          ...closing(row.supersededAt),
        }
      }
    },
  }
}

function closing(supersededAt: number | null) {
  return supersededAt === null ? {} : { supersededAt: supersededAt as EpochMs }
}

/**
 * A restore is too large for one transaction of a server, so it is marked while it goes on: a store that is found
 * marked is half full, and opening it says so.
 */
function historyWrites(connection: Connection): HistoryWrites {
  const mark = (restoring: boolean) =>
    connection.write((runner) => setRestoring.rows(runner, { restoring }))
  return {
    async isEmpty() {
      const [found] = await connection.ask(held, {})
      return found?.held === false
    },
    async restoring(work) {
      await mark(true)
      try {
        await work()
      } catch (error) {
        await connection.alone(clearStore)
        await mark(false)
        throw error
      }
      await mark(false)
    },
    putSourceVersion: (version) => connection.write((runner) => putSourceIn(runner, version)),
    putRecordVersions: (batch) => connection.write((runner) => addVersionsIn(runner, batch)),
    putQuarantined: (row) => connection.write((runner) => putQuarantineIn(runner, [row])),
    putUnfinished: (source) => connection.write((runner) => putUnfinishedIn(runner, [source])),
    putCustody: (events) => connection.write((runner) => putEventsIn(runner, events)),
    async putRun({ id, ...draft }, contents) {
      await publishRun(connection, draft, contents, id)
    },
  }
}

import { z } from 'zod'

import { compareText } from '../../domain/canonical.ts'
import type { QuarantinedRow, Source } from '../../domain/record.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { RecordReads } from '../port.ts'
import { readRecord } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { pageOf, scan } from './pages.ts'
import {
  type PlacedRecord,
  records,
  recordsAbout,
  scanQuarantine,
  scanRecords,
  sources,
} from './record-queries.ts'
import { unfinishedOn } from './unfinished.ts'

export function recordReads(connection: Connection): RecordReads {
  return {
    async records(hashes) {
      const rows = await connection.ask(records, { hashes })
      return rows.map(({ body, row }) => readRecord(body, row))
    },
    async recordsAbout(key, { kinds, limit, cursor }) {
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
      const wanted = { key, kinds, after, limit: BigInt(limit + 1) }
      return pageOf(await connection.ask(recordsAbout, wanted), limit, {
        item: recordOf,
        cursor: ({ place }) => writeCursor([place]),
      })
    },
    async *scanRecords(kinds = undefined) {
      const page = (after: string, limit: bigint) =>
        connection.ask(scanRecords, { kinds: kinds ?? null, after, limit })
      for await (const row of scan(page, ({ place }) => place)) yield recordOf(row)
    },
    sources: () => currentSources(connection, null),
    async source(id) {
      const [source] = await currentSources(connection, id)
      return source
    },
    unfinishedSources: () => unfinishedOn(connection),
    async *scanQuarantine() {
      const page = (after: string, limit: bigint) =>
        connection.ask(scanQuarantine, { after, limit })
      for await (const { body } of scan(page, ({ place }) => place)) {
        yield JSON.parse(body) as QuarantinedRow
      }
    },
  }
}

function recordOf({ body, row }: PlacedRecord) {
  return readRecord(body, row)
}

async function currentSources(connection: Connection, id: string | null): Promise<Source[]> {
  const rows = await connection.ask(sources, { id })
  return rows
    .map(({ body }) => JSON.parse(body) as Source)
    .toSorted((a, b) => compareText(a.id, b.id))
}

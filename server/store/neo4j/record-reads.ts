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
  recordsAboutCount,
  scanQuarantine,
  scanRecords,
  sources,
} from './record-queries.ts'

export function recordReads(connection: Connection): RecordReads {
  return {
    async records(hashes) {
      const rows = await connection.read((runner) => records.rows(runner, { hashes }))
      return rows.map(({ body, row }) => readRecord(body, row))
    },
    recordsAbout: (key, { kinds, limit, cursor }) => {
      const [after] = readCursor(cursor, z.tuple([z.string()])) ?? ['']
      return connection.read(async (runner) => {
        const wanted = { key, kinds }
        const rows = await recordsAbout.rows(runner, { ...wanted, after, limit: BigInt(limit + 1) })
        const counted = await recordsAboutCount.rows(runner, wanted)
        return pageOf(rows, counted, limit, {
          item: recordOf,
          cursor: ({ place }) => writeCursor([place]),
        })
      })
    },
    async *scanRecords(kinds = undefined) {
      const page = (after: string, limit: bigint) =>
        connection.read((runner) =>
          scanRecords.rows(runner, { kinds: kinds ?? null, after, limit }),
        )
      for await (const row of scan(page, ({ place }) => place)) yield recordOf(row)
    },
    sources: () => currentSources(connection, null),
    async source(id) {
      const [source] = await currentSources(connection, id)
      return source
    },
    async *scanQuarantine() {
      const page = (after: string, limit: bigint) =>
        connection.read((runner) => scanQuarantine.rows(runner, { after, limit }))
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
  const rows = await connection.read((runner) => sources.rows(runner, { id }))
  return rows
    .map(({ body }) => JSON.parse(body) as Source)
    .toSorted((a, b) => compareText(a.id, b.id))
}

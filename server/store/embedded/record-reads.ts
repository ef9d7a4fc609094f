import { z } from 'zod'

import { compareText } from '../../domain/canonical.ts'
import type { QuarantinedRow, RecordKind, Source, SourceRecord } from '../../domain/record.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Page, RecordReads } from '../port.ts'
import { readRecord } from '../written-facts.ts'
import type { Database } from './database.ts'

const scanRows = 2_000

export function recordReads(database: Database): RecordReads {
  return {
    async records(hashes) {
      return database
        .all<RecordRow>(
          `SELECT row, body, max(loaded_at) AS newest FROM records
           WHERE hash IN (SELECT value FROM json_each($hashes)) GROUP BY hash ORDER BY hash`,
          { hashes: JSON.stringify(hashes) },
        )
        .map(({ body, row }) => readRecord(body, row))
    },
    recordsAbout: async (key, options) => recordsAbout(database, key, options),
    scanRecords: (kinds) => scanRecords(database, kinds),
    async sources() {
      return sourcesWhere(database, 'superseded_at IS NULL', {})
    },
    async source(id) {
      return sourcesWhere(database, 'superseded_at IS NULL AND id = $id', { id })[0]
    },
    scanQuarantine: () => scanQuarantine(database),
  }
}

interface RecordRow {
  readonly row: number
  readonly body: string
}

interface PlacedRow extends RecordRow {
  readonly sort: string
  readonly hash: string
}

const Position = z.tuple([z.string(), z.int(), z.string()])

function recordsAbout(
  database: Database,
  key: string,
  { kinds, limit, cursor }: Parameters<RecordReads['recordsAbout']>[1],
): Page<SourceRecord> {
  const [sort, row, hash] = readCursor(cursor, Position) ?? ['', 0, '']
  const wanted = { key, kinds: JSON.stringify(kinds) }
  const from = `FROM about JOIN records ON records.id = about.record
    WHERE about.key = $key AND kind IN (SELECT value FROM json_each($kinds))`
  const rows = database.all<PlacedRow>(
    `SELECT sort, row, hash, body ${from} AND (sort, row, hash) > ($sort, $row, $hash)
     ORDER BY sort, row, hash LIMIT $limit`,
    { ...wanted, sort, row, hash, limit: limit + 1 },
  )
  const total = database.get<{ count: number }>(`SELECT count(*) AS count ${from}`, wanted)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(({ body, row }) => readRecord(body, row)),
    ...(rows.length > limit && last && { next: writeCursor([last.sort, last.row, last.hash]) }),
    total: total?.count ?? 0,
  }
}

async function* scanRecords(database: Database, kinds: readonly RecordKind[] | undefined) {
  let after: PlacedRow | undefined
  for (;;) {
    const { sort = '', row = 0, hash = '' } = after ?? {}
    const rows = database.all<PlacedRow>(
      `SELECT sort, row, hash, body FROM records
       WHERE superseded_at IS NULL AND (sort, row, hash) > ($sort, $row, $hash)
         AND ($kinds IS NULL OR kind IN (SELECT value FROM json_each($kinds)))
       ORDER BY sort, row, hash LIMIT $limit`,
      { sort, row, hash, kinds: kinds ? JSON.stringify(kinds) : null, limit: scanRows },
    )
    yield* rows.map(({ body, row }) => readRecord(body, row))
    after = rows.at(-1)
    if (rows.length < scanRows) return
  }
}

function sourcesWhere(database: Database, where: string, parameters: { id?: string }): Source[] {
  return database
    .all<{ body: string }>(`SELECT body FROM sources WHERE ${where}`, parameters)
    .map(({ body }) => JSON.parse(body) as Source)
    .toSorted((a, b) => compareText(a.id, b.id))
}

async function* scanQuarantine(database: Database) {
  const sources = database
    .all<{ source: string }>('SELECT DISTINCT source FROM quarantine')
    .map(({ source }) => source)
    .toSorted(compareText)
  for (const source of sources) {
    const rows = database.all<{ body: string }>(
      'SELECT body FROM quarantine WHERE source = $source ORDER BY row',
      { source },
    )
    for (const { body } of rows) yield JSON.parse(body) as QuarantinedRow
  }
}

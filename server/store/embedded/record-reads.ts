import { z } from 'zod'

import { compareText } from '../../domain/canonical.ts'
import type { QuarantinedRow, RecordKind, Source, SourceRecord } from '../../domain/record.ts'
import { readCursor, writeCursor } from '../cursor.ts'
import type { Page, RecordReads } from '../port.ts'
import type { Database } from './database.ts'
import { type RecordColumns, unpackedRecord } from './packed-facts.ts'
import { recordColumns, recordTables } from './record-sources.ts'
import { unfinishedIn } from './unfinished.ts'

const scanRows = 2_000

export function recordReads(database: Database): RecordReads {
  return {
    async records(hashes) {
      return database
        .all<RecordColumns>(
          `SELECT ${recordColumns}, max(loaded_at) AS newest FROM ${recordTables}
           WHERE records.hash IN (SELECT unhex(value) FROM json_each($hashes))
           GROUP BY records.hash ORDER BY records.hash`,
          { hashes: JSON.stringify(hashes) },
        )
        .map(unpackedRecord)
    },
    recordsAbout: async (key, options) => recordsAbout(database, key, options),
    scanRecords: (kinds) => scanRecords(database, kinds),
    async sources() {
      return sourcesWhere(database, 'superseded_at IS NULL', {})
    },
    async source(id) {
      return sourcesWhere(database, 'superseded_at IS NULL AND id = $id', { id })[0]
    },
    async unfinishedSources() {
      return unfinishedIn(database)
    },
    scanQuarantine: () => scanQuarantine(database),
  }
}

interface PlacedRow extends RecordColumns {
  readonly sort: string
}

const Position = z.tuple([z.string(), z.int(), z.string()])

function recordsAbout(
  database: Database,
  key: string,
  { kinds, limit, cursor }: Parameters<RecordReads['recordsAbout']>[1],
): Page<SourceRecord> {
  const [sort, row, hash] = readCursor(cursor, Position) ?? ['', 0, '']
  const wanted = { key, kinds: JSON.stringify(kinds) }
  const about = `records.id IN (
      SELECT record FROM node_said WHERE thing = (SELECT id FROM nodes WHERE key = $key)
      UNION ALL SELECT record FROM about WHERE key = $key)
    AND kind IN (SELECT value FROM json_each($kinds))`
  // Which they are first: what they hold is not sorted with all of them.
  const rows = database.all<PlacedRow>(
    `SELECT ${recordColumns}, sort FROM ${recordTables} WHERE records.id IN (
       SELECT records.id FROM records JOIN record_sources ON record_sources.id = records.source
       WHERE ${about} AND (sort, row, hash) > ($sort, $row, unhex($hash))
       ORDER BY sort, row, hash LIMIT $limit)
     ORDER BY sort, row, records.hash`,
    { ...wanted, sort, row, hash, limit: limit + 1 },
  )
  const total = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM records WHERE ${about}`,
    wanted,
  )
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map(unpackedRecord),
    ...(rows.length > limit && last && { next: writeCursor([last.sort, last.row, last.hash]) }),
    total: total?.count ?? 0,
  }
}

async function* scanRecords(database: Database, kinds: readonly RecordKind[] | undefined) {
  const sources = database.all<{ id: number; source: string }>(
    'SELECT id, source FROM record_sources ORDER BY sort',
  )
  for (const { id, source } of sources)
    if (kinds === undefined || mayHold(database, id, source, kinds))
      yield* scanSource(database, id, kinds)
}

/** A file holds records of one kind, which it says itself; while it is loaded anew as another kind, its first row tells. To look through all records of a large store for a kind that it has none of takes seconds. */
function mayHold(
  database: Database,
  id: number,
  source: string,
  kinds: readonly RecordKind[],
): boolean {
  const found = database.all<{ kind: RecordKind }>(
    `SELECT body ->> '$.kind' AS kind FROM sources WHERE id = $source AND superseded_at IS NULL
     UNION SELECT kind FROM records WHERE source = $id AND superseded_at IS NULL AND row =
       (SELECT min(row) FROM records WHERE source = $id AND superseded_at IS NULL)`,
    { id, source },
  )
  return found.some(({ kind }) => kinds.includes(kind))
}

function* scanSource(
  database: Database,
  source: number,
  kinds: readonly RecordKind[] | undefined,
): Generator<SourceRecord> {
  let after: RecordColumns | undefined
  for (;;) {
    const { row = 0, hash = '' } = after ?? {}
    const rows = database.all<RecordColumns>(
      `SELECT ${recordColumns} FROM ${recordTables}
       WHERE records.source = $source AND superseded_at IS NULL AND (row, records.hash) > ($row, unhex($hash))
         AND ($kinds IS NULL OR kind IN (SELECT value FROM json_each($kinds)))
       ORDER BY row, records.hash LIMIT $limit`,
      { source, row, hash, kinds: kinds ? JSON.stringify(kinds) : null, limit: scanRows },
    )
    yield* rows.map(unpackedRecord)
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

import type { Database } from '../../server/store/embedded/database.ts'
import {
  type RecordColumns,
  unpackedRecord,
  unpackedSaid,
} from '../../server/store/embedded/packed-facts.ts'
import { recordColumns, recordTables } from '../../server/store/embedded/record-sources.ts'
import { sortable } from '../../server/store/sortable.ts'
import { writtenFacts } from '../../server/store/written-facts.ts'

interface Row extends RecordColumns {
  readonly id: number
  readonly facts: string
  readonly loaded_at: number
  readonly superseded_at: number | null
  readonly put_at: number
}

/** Gives a store the tables of records that it had up to version 10, with all that they hold. */
export function withWideRecords(database: Database): void {
  const rows = database.all<Row>(
    `SELECT records.id AS id, ${recordColumns}, facts, loaded_at, superseded_at, put_at
     FROM ${recordTables} ORDER BY records.id`,
  )
  database.script(`
    DROP TABLE records; DROP TABLE record_texts; DROP TABLE record_sources; DELETE FROM about;
    CREATE TABLE records (
      id INTEGER PRIMARY KEY, hash TEXT NOT NULL, source TEXT NOT NULL, sort TEXT NOT NULL, row INTEGER NOT NULL,
      kind TEXT NOT NULL, loaded_at INTEGER NOT NULL, superseded_at INTEGER, put_at INTEGER NOT NULL,
      body TEXT NOT NULL, facts TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX record_current ON records (hash) WHERE superseded_at IS NULL;
    CREATE INDEX record_place ON records (sort, row, hash, kind) WHERE superseded_at IS NULL`)
  for (const row of rows) {
    const said = unpackedSaid(row.facts)
    const { body, said: facts } = writtenFacts({ record: unpackedRecord(row), ...said })
    const { id, hash, source, kind, loaded_at, superseded_at, put_at } = row
    const place = [id, hash, source, sortable(source), row.row, kind]
    const times = [loaded_at, superseded_at, put_at]
    database.insertAll('INSERT INTO records', [[...place, ...times, body, facts]])
    if (superseded_at !== null) continue
    database.insertAll(
      'INSERT INTO about',
      said.about.map((key) => [key, id]),
    )
  }
}

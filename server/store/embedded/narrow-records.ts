import { readRecord, readSaid } from '../written-facts.ts'
import type { Database, SqlValue } from './database.ts'
import { packedFacts } from './packed-facts.ts'

/** Records at a time, so that memory stays small. */
const recordsAtOnce = 1_000

/**
 * Divides the records of earlier versions in two: a narrow table, by which they are found and counted, with the number of a source for its
 * name and bytes for a hash, and a wide one of what they hold, packed. What says a node is about it, so that only others are kept as such.
 */
export function narrowRecords(database: Database): void {
  database.script(`
    DROP INDEX IF EXISTS record_version;
    DROP INDEX IF EXISTS record_current;
    DROP INDEX IF EXISTS record_place;
    DROP INDEX IF EXISTS record_hashes;
    ALTER TABLE records RENAME TO wide_records;
    CREATE TABLE record_sources (
      id INTEGER PRIMARY KEY, source TEXT NOT NULL UNIQUE, sort TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE records (
      id INTEGER PRIMARY KEY, hash BLOB NOT NULL, source INTEGER NOT NULL, row INTEGER NOT NULL, kind TEXT NOT NULL,
      loaded_at INTEGER NOT NULL, superseded_at INTEGER, put_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE record_texts (id INTEGER PRIMARY KEY, body TEXT NOT NULL, facts TEXT NOT NULL) STRICT;
    INSERT INTO record_sources (source, sort) SELECT DISTINCT source, sort FROM wide_records ORDER BY sort;
    INSERT INTO records
      SELECT wide.id, unhex(hash), record_sources.id, row, kind, loaded_at, superseded_at, put_at
      FROM wide_records AS wide JOIN record_sources ON record_sources.source = wide.source ORDER BY wide.id`)
  packTexts(database)
  database.script(`
    DROP TABLE wide_records;
    CREATE UNIQUE INDEX record_version ON records (hash, loaded_at);
    CREATE INDEX record_place ON records (source, row, hash, kind) WHERE superseded_at IS NULL;
    DELETE FROM about WHERE EXISTS (
      SELECT 1 FROM nodes JOIN node_said ON node_said.thing = nodes.id AND node_said.record = about.record
      WHERE nodes.key = about.key)`)
}

interface WideRow {
  readonly id: number
  readonly row: number
  readonly body: string
  readonly facts: string
}

function packTexts(database: Database): void {
  let after = 0
  for (;;) {
    const rows = database.all<WideRow>(
      'SELECT id, row, body, facts FROM wide_records WHERE id > $after ORDER BY id LIMIT $limit',
      { after, limit: recordsAtOnce },
    )
    database.insertAll('INSERT INTO record_texts (id, body, facts)', rows.map(packedRow))
    const last = rows.at(-1)
    if (rows.length < recordsAtOnce || last === undefined) return
    after = last.id
  }
}

function packedRow({ id, row, body, facts }: WideRow): SqlValue[] {
  const packed = packedFacts({ record: readRecord(body, row), ...readSaid(facts) })
  return [id, packed.body, packed.said]
}

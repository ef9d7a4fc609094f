import type { PastReads } from '../past-reads.ts'
import type { Database } from './database.ts'
import { type RecordColumns, unpackedRecord, unpackedSaid } from './packed-facts.ts'
import { recordColumns, recordTables } from './record-sources.ts'
import { expressionOf } from './search-expression.ts'

interface VersionRow extends RecordColumns {
  readonly facts: string
}

/** A moment after all others: what is current then is current now. */
const now = Number.MAX_SAFE_INTEGER

export function pastReads(database: Database): Omit<PastReads, 'unwanted'> {
  return {
    async saidOf(keys, at = now as never) {
      const rows = database.all<VersionRow>(
        `SELECT ${recordColumns}, facts FROM ${recordTables}
         WHERE records.id IN (
           SELECT record FROM node_said WHERE thing IN (
             SELECT id FROM nodes WHERE key IN (SELECT value FROM json_each($keys)))
           UNION SELECT record FROM ended_said WHERE key IN (SELECT value FROM json_each($keys)))
           AND loaded_at <= $at AND (superseded_at IS NULL OR superseded_at > $at)
         ORDER BY records.hash`,
        { keys: JSON.stringify(keys), at },
      )
      return rows.map((row) => ({ record: unpackedRecord(row), ...unpackedSaid(row.facts) }))
    },
    async keysEver(after, limit) {
      return database
        .all<{ key: string }>(
          `SELECT key FROM (SELECT key FROM nodes WHERE key > $after ORDER BY key LIMIT $limit)
           UNION SELECT key FROM (SELECT DISTINCT key FROM ended_said WHERE key > $after ORDER BY key LIMIT $limit)
           ORDER BY key LIMIT $limit`,
          { after, limit },
        )
        .map(({ key }) => key)
    },
    async keysFound(term) {
      return database
        .all<{ key: string }>(
          `SELECT key FROM nodes WHERE id IN (SELECT rowid FROM node_search WHERE node_search MATCH $term)
           UNION SELECT key FROM ended_said WHERE record IN (SELECT rowid FROM ended_search WHERE ended_search MATCH $term)`,
          { term: expressionOf(term) },
        )
        .map(({ key }) => key)
    },
  }
}

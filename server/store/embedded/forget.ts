import { setImmediate } from 'node:timers/promises'

import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { rangeOf } from '../dataset-range.ts'
import type { Forgetting, PastReads, Unwanted } from '../past-reads.ts'
import { maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import type { Database } from './database.ts'
import { type RecordColumns, unpackedRecord, unpackedSaid } from './packed-facts.ts'
import { recordColumns, recordTables } from './record-sources.ts'
import { recordChanges, removeRecord } from './records.ts'
import { wipe, wipeLater } from './wipe.ts'

interface VersionRow extends RecordColumns {
  readonly id: number
  readonly loaded_at: EpochMs
  readonly superseded_at: EpochMs | null
  readonly facts: string
}

export function forgetting(database: Database): Forgetting & Pick<PastReads, 'unwanted'> {
  return {
    async unwanted(unwanted) {
      return found(database, unwanted, Number.MAX_SAFE_INTEGER).map((row) => ({
        record: unpackedRecord(row),
        ...unpackedSaid(row.facts),
      }))
    },
    async forget(unwanted, heard = () => undefined) {
      let versions = 0
      for (;;) {
        const some = database.transaction(() => forgetSome(database, unwanted))
        versions += some
        heard(versions)
        if (some < maxBatch) break
        await setImmediate()
      }
      if (0 < versions) wipe(database)
      return versions
    },
  }
}

const conditions: { readonly [What in Unwanted['what']]: string } = {
  dataset: 'superseded_at IS NOT NULL AND sort >= $from AND sort < $to',
  record: 'records.hash = unhex($hash)',
  node: `records.id IN (
    SELECT record FROM node_said WHERE thing IN (SELECT id FROM nodes WHERE key = $key)
    UNION SELECT record FROM ended_said WHERE key = $key
    UNION SELECT record FROM about WHERE key = $key)`,
}

function found(database: Database, unwanted: Unwanted, limit: number): VersionRow[] {
  return database.all<VersionRow>(
    `SELECT records.id AS id, ${recordColumns}, loaded_at, superseded_at, facts FROM ${recordTables}
     WHERE ${conditions[unwanted.what]} ORDER BY records.hash, loaded_at LIMIT $limit`,
    { ...parametersOf(unwanted), limit },
  )
}

function parametersOf(unwanted: Unwanted): Record<string, string> {
  if (unwanted.what === 'record') return { hash: unwanted.hash }
  if (unwanted.what === 'node') return { key: unwanted.key }
  const { from, to } = rangeOf(unwanted.dataset)
  return { from: sortable(from), to: sortable(to) }
}

function forgetSome(database: Database, unwanted: Unwanted): number {
  const some = found(database, unwanted, maxBatch)
  if (0 < some.length) wipeLater(database)
  const changes = recordChanges(database)
  for (const { id, hash, loaded_at, superseded_at, facts } of some) {
    // A version that is closed in the moment of its load was never known, and leaves no trace.
    if (superseded_at === null) changes.close(hash as Sha256, loaded_at)
    else removeEnded(database, id, facts)
  }
  changes.settle()
  return some.length
}

function removeEnded(database: Database, id: number, facts: string): void {
  const { nodes, about } = unpackedSaid(facts)
  const keys = [...nodes.map(({ key }) => key), ...about]
  removeRecord(database, id)
  database.run('DELETE FROM ended_search WHERE rowid = $id', { id })
  database.run(
    'DELETE FROM ended_said WHERE record = $id AND key IN (SELECT value FROM json_each($keys))',
    { id, keys: JSON.stringify(keys) },
  )
}

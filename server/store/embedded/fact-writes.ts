import { setImmediate } from 'node:timers/promises'

import { canonicalJson } from '../../domain/canonical.ts'
import type { Facts } from '../../domain/fact.ts'
import type { Hashes } from '../../domain/hash-set.ts'
import type { Source } from '../../domain/record.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { checkFacts } from '../check-facts.ts'
import { rangeOf } from '../dataset-range.ts'
import { type FactWrites, maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import { type WrittenFacts, writtenOnce } from '../written-facts.ts'
import type { Database } from './database.ts'
import { type FirstLoad, firstLoad } from './first-load.ts'
import { type NamesToFind, namesToFind } from './names-to-find.ts'
import { putNewRecords } from './new-records.ts'
import { packedFacts } from './packed-facts.ts'
import { recordChanges } from './records.ts'

export function factWrites(database: Database): FactWrites {
  const first = firstLoad(database)
  return {
    async putFacts(source, batch, loadedAt) {
      checkFacts(source, batch)
      database.transaction(() => putBatch(database, first, batch, loadedAt))
    },
    async putQuarantine(source, batch) {
      database.transaction(() => {
        for (const row of batch) {
          database.run(
            'INSERT OR REPLACE INTO quarantine (source, row, body) VALUES ($source, $row, $body)',
            { source, row: row.row, body: canonicalJson(row) },
          )
        }
      })
    },
    async finishSource(source, records, quarantined) {
      // Of what a first load puts nothing has to be closed, but where somebody else wrote meanwhile.
      if (first.isOn() && isAnyUnsaid(database, source, records)) first.end()
      database.transaction(() => {
        if (!first.isOn()) closeUnsaid(database, source, records)
        keepQuarantine(database, source.id, new Set(quarantined))
        replaceSource(database, source)
      })
    },
    async finishLoad() {
      first.end()
      database.script('PRAGMA optimize')
    },
    async withdraw(dataset, at) {
      first.end()
      let records = 0
      for (;;) {
        const closed = database.transaction(() => closeSome(database, dataset, at))
        records += closed
        if (closed < maxBatch) break
        await setImmediate()
      }
      return database.transaction(() => ({ records, ...withdrawSources(database, dataset, at) }))
    },
  }
}

/** Of one batch: what is made of these is gone before the next are looked at, so that a batch holds little more than its facts. */
const recordsAtATime = 500

function putBatch(
  database: Database,
  first: FirstLoad,
  batch: readonly Facts[],
  at: EpochMs,
): void {
  const names = namesToFind(database)
  first.begin()
  for (let start = 0; start < batch.length; start += recordsAtATime) {
    const some = writtenOnce(batch.slice(start, start + recordsAtATime), packedFacts)
    const unknown = first.newOf(some, at) ?? putKnown(database, names, some, at)
    putNewRecords({ database, names }, unknown, at)
    first.put(unknown)
  }
  names.write()
}

/** Writes those of the records that the store holds in any version, and answers with the others. */
function putKnown(
  database: Database,
  names: NamesToFind,
  some: readonly WrittenFacts[],
  at: EpochMs,
): readonly WrittenFacts[] {
  const known = knownOf(database, some)
  if (known.size === 0) return some
  names.write()
  const changes = recordChanges(database)
  for (const one of some) if (known.has(one.facts.record.hash)) changes.put(one, at)
  changes.settle()
  return some.filter(({ facts }) => !known.has(facts.record.hash))
}

/** Which of the records the store holds in any version. */
function knownOf(database: Database, batch: readonly WrittenFacts[]): ReadonlySet<Sha256> {
  const hashes = JSON.stringify(batch.map(({ facts }) => facts.record.hash))
  const known = database.all<{ hash: Sha256 }>(
    `SELECT value AS hash FROM json_each($hashes)
     WHERE EXISTS (SELECT 1 FROM records WHERE records.hash = unhex(value))`,
    { hashes },
  )
  return new Set(known.map(({ hash }) => hash))
}

function closeSome(database: Database, dataset: string, at: EpochMs): number {
  const range = rangeOf(dataset)
  const some = database.all<{ hash: Sha256 }>(
    `SELECT lower(hex(hash)) AS hash FROM records WHERE superseded_at IS NULL AND source IN (
       SELECT id FROM record_sources WHERE sort >= $from AND sort < $to)
     ORDER BY source, row, hash LIMIT $limit`,
    { from: sortable(range.from), to: sortable(range.to), limit: maxBatch },
  )
  const changes = recordChanges(database)
  for (const { hash } of some) changes.close(hash, at)
  changes.settle()
  return some.length
}

function withdrawSources(database: Database, dataset: string, at: EpochMs) {
  const { from, to } = rangeOf(dataset)
  const counted = database.get<{ sources: number; quarantined: number }>(
    `SELECT (SELECT count(*) FROM sources WHERE superseded_at IS NULL AND id >= $from AND id < $to) AS sources,
            (SELECT count(*) FROM quarantine WHERE source >= $from AND source < $to) AS quarantined`,
    { from, to },
  )
  database.run('DELETE FROM quarantine WHERE source >= $from AND source < $to', { from, to })
  database.run(
    'DELETE FROM sources WHERE superseded_at IS NULL AND id >= $from AND id < $to AND loaded_at = $at',
    { from, to, at },
  )
  database.run(
    'UPDATE sources SET superseded_at = $at WHERE superseded_at IS NULL AND id >= $from AND id < $to',
    { from, to, at },
  )
  return counted ?? { sources: 0, quarantined: 0 }
}

function closeUnsaid(database: Database, source: Source, said: Hashes): void {
  const changes = recordChanges(database)
  for (const hash of currentHashes(database, source.id)) {
    if (!said.has(hash)) changes.close(hash, source.loadedAt)
  }
  changes.settle()
}

function isAnyUnsaid(database: Database, { id }: Source, said: Hashes): boolean {
  for (const hash of currentHashes(database, id)) if (!said.has(hash)) return true
  return false
}

/** Page by page, as a source may have millions. */
function* currentHashes(database: Database, source: string): Generator<Sha256> {
  let after = { row: 0, hash: '' as Sha256 }
  for (;;) {
    const page = database.all<typeof after>(
      `SELECT row, lower(hex(hash)) AS hash FROM records
       WHERE source = (SELECT id FROM record_sources WHERE source = $source)
         AND superseded_at IS NULL AND (row, hash) > ($row, unhex($hash))
       ORDER BY row, hash LIMIT $limit`,
      { source, ...after, limit: maxBatch },
    )
    yield* page.map(({ hash }) => hash)
    const last = page.at(-1)
    if (page.length < maxBatch || last === undefined) return
    after = last
  }
}

function keepQuarantine(database: Database, source: string, rows: ReadonlySet<number>): void {
  const held = database.all<{ row: number }>('SELECT row FROM quarantine WHERE source = $source', {
    source,
  })
  for (const { row } of held) {
    if (rows.has(row)) continue
    database.run('DELETE FROM quarantine WHERE source = $source AND row = $row', { source, row })
  }
}

function replaceSource(database: Database, source: Source): void {
  database.run(
    'UPDATE sources SET superseded_at = $at WHERE id = $id AND superseded_at IS NULL AND loaded_at <> $at',
    { id: source.id, at: source.loadedAt },
  )
  putSource(database, source, undefined)
}

/** Keeps one version of a source, current when nothing superseded it. */
export function putSource(
  database: Database,
  source: Source,
  supersededAt: EpochMs | undefined,
): void {
  database.run(
    `INSERT OR REPLACE INTO sources (id, loaded_at, superseded_at, body)
     VALUES ($id, $loadedAt, $supersededAt, $body)`,
    {
      id: source.id,
      loadedAt: source.loadedAt,
      supersededAt: supersededAt ?? null,
      body: canonicalJson(source),
    },
  )
}

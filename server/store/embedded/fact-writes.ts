import { setImmediate } from 'node:timers/promises'

import type { Facts } from '../../domain/fact.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { checkFacts } from '../check-facts.ts'
import { rangeOf } from '../dataset-range.ts'
import { type FactWrites, maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import { type WrittenFacts, writtenOnce } from '../written-facts.ts'
import type { Database } from './database.ts'
import { type FillingThread, fillingThread } from './filling-thread.ts'
import { type FirstLoad, firstLoad } from './first-load.ts'
import { gather } from './gathered.ts'
import { type NamesToFind, namesToFind } from './names-to-find.ts'
import { packedFacts } from './packed-facts.ts'
import { putGathered } from './put-gathered.ts'
import { recordChanges } from './records.ts'
import {
  closeUnsaid,
  isAnyUnsaid,
  keepQuarantine,
  putQuarantine,
  replaceSource,
} from './source-writes.ts'

export function factWrites(database: Database): FactWrites & AsyncDisposable {
  const first = firstLoad(database)
  let thread: FillingThread | undefined
  const endThread = async () => {
    const ended = thread
    thread = undefined
    await ended?.[Symbol.asyncDispose]()
  }
  const endFirst = async () => {
    await endThread()
    first.end()
  }
  return {
    async putFacts(source, batch, loadedAt) {
      checkFacts(source, batch)
      // The thread takes longer to begin than a small load to end.
      if (thread === undefined && first.isOn() && batch.length === maxBatch) {
        thread = await fillingThread(database)
        if (!first.isAlone()) await endFirst()
      }
      if (thread !== undefined) {
        if (await putInThread(thread, first, batch, loadedAt)) return
        await endFirst()
      }
      database.transaction(() => putBatch(database, first, batch, loadedAt))
    },
    async putQuarantine(source, batch) {
      if (thread !== undefined) await thread.putQuarantine(source, batch)
      else database.transaction(() => putQuarantine(database, source, batch))
    },
    async finishSource(source, records, quarantined) {
      // Of what a first load puts nothing has to be closed, but where somebody else wrote meanwhile.
      if (first.isOn() && isAnyUnsaid(database, source, records)) await endFirst()
      if (thread !== undefined) {
        await thread.finishSource(source, quarantined)
        return
      }
      database.transaction(() => {
        if (!first.isOn()) closeUnsaid(database, source, records)
        keepQuarantine(database, source.id, new Set(quarantined))
        replaceSource(database, source)
      })
    },
    async finishLoad() {
      await endFirst()
      database.script('PRAGMA optimize')
    },
    async withdraw(dataset, at) {
      await endFirst()
      let records = 0
      for (;;) {
        const closed = database.transaction(() => closeSome(database, dataset, at))
        records += closed
        if (closed < maxBatch) break
        await setImmediate()
      }
      return database.transaction(() => ({ records, ...withdrawSources(database, dataset, at) }))
    },
    [Symbol.asyncDispose]: endThread,
  }
}

/** Of one batch: what is made of these is gone before the next are looked at, so that a batch holds little more than its facts. */
const recordsAtATime = 500

/** False where the records have to be compared with what the store holds, or somebody else wrote to it: nothing was written then. */
async function putInThread(
  thread: FillingThread,
  first: FirstLoad,
  batch: readonly Facts[],
  at: EpochMs,
): Promise<boolean> {
  const fresh = first.newOf(writtenOnce(batch, packedFacts), at)
  if (fresh === undefined || !(await thread.put(partsOf(fresh), at))) return false
  first.put(fresh)
  return true
}

function* partsOf(records: readonly WrittenFacts[]) {
  for (let start = 0; start < records.length; start += recordsAtATime) {
    yield gather(records.slice(start, start + recordsAtATime))
  }
}

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
    const unknown = unknownOf(database, { first, names }, some, at)
    putGathered({ database, names }, gather(unknown), at)
    first.put(unknown)
  }
  names.write()
}

/** Those of the records that the store does not hold in any version. */
function unknownOf(
  database: Database,
  { first, names }: { readonly first: FirstLoad; readonly names: NamesToFind },
  some: readonly WrittenFacts[],
  at: EpochMs,
): readonly WrittenFacts[] {
  const fresh = first.newOf(some, at)
  if (fresh !== undefined) return fresh
  first.leave()
  return putKnown(database, names, some, at)
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

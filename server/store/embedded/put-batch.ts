import type { Facts } from '../../domain/fact.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { type WrittenFacts, writtenOnce } from '../written-facts.ts'
import type { Database } from './database.ts'
import type { FillingThread } from './filling-thread.ts'
import type { FirstLoad } from './first-load.ts'
import { gather } from './gathered.ts'
import { lotsOf } from './lots-of.ts'
import { type NamesToFind, namesToFind } from './names-to-find.ts'
import { askedNodeRows, type NodeRows } from './node-rows.ts'
import { packedFacts } from './packed-facts.ts'
import { putGathered } from './put-gathered.ts'
import { recordChanges } from './records.ts'

/** Of one batch: what is made of these is gone before the next are looked at, so that a batch holds little more than its facts. */
const recordsAtATime = 500

/** Writes a batch in the thread. False where the records have to be compared with what the store holds, or nothing of them could be written as it was gathered. */
export async function putInThread(
  thread: FillingThread,
  first: FirstLoad,
  batch: readonly Facts[],
  at: EpochMs,
): Promise<boolean> {
  const fresh = first.areNew(batch)
    ? batch
    : first.newOf(writtenOnce(batch, packedFacts), at)?.map(({ facts }) => facts)
  if (fresh === undefined || !(await thread.put(partsOf(fresh, thread.nodeRows), at))) return false
  first.put(fresh)
  return true
}

/** Packed when they are wanted, so that they are gone before they count as what stays. */
function* partsOf(records: readonly Facts[], rows: NodeRows) {
  for (const some of lotsOf(records, recordsAtATime)) {
    yield gather(writtenOnce(some, packedFacts), rows)
  }
}

/** Writes a batch here, within a transaction of the caller. */
export function putBatch(
  database: Database,
  first: FirstLoad,
  batch: readonly Facts[],
  at: EpochMs,
): void {
  const names = namesToFind(database)
  const rows = askedNodeRows(database)
  first.begin()
  for (let start = 0; start < batch.length; start += recordsAtATime) {
    const some = writtenOnce(batch.slice(start, start + recordsAtATime), packedFacts)
    const unknown = unknownOf(database, { first, names }, some, at)
    putGathered({ database, names }, gather(unknown, rows), at)
    first.put(unknown.map(({ facts }) => facts))
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

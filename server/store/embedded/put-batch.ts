import type { Facts } from '../../domain/fact.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { type WrittenFacts, writtenOnce } from '../written-facts.ts'
import type { Database } from './database.ts'
import type { FirstLoad } from './first-load.ts'
import { gather } from './gathered.ts'
import { type NamesToFind, namesToFind } from './names-to-find.ts'
import { askedNodeRows } from './node-rows.ts'
import { packedFacts } from './packed-facts.ts'
import { partRecords } from './packed-parts.ts'
import { putGathered } from './put-gathered.ts'
import { recordChanges } from './records.ts'

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
  for (let start = 0; start < batch.length; start += partRecords) {
    const some = writtenOnce(batch.slice(start, start + partRecords), packedFacts)
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

import type { EpochMs, Sha256 } from '../../domain/units.ts'
import { rangeOf } from '../dataset-range.ts'
import type { Forgetting, PastReads, Unwanted } from '../past-reads.ts'
import { maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import { readRecord, readSaid } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { inParts } from './in-parts.ts'
import {
  endedInRange,
  removeSubjects,
  type UnwantedVersion,
  versionsNaming,
  versionsOfRecord,
} from './past-queries.ts'
import type { Runner } from './query.ts'
import { closeIn } from './record-changes.ts'
import { dropRecords } from './record-queries.ts'

export function forgetting(connection: Connection): Forgetting & Pick<PastReads, 'unwanted'> {
  return {
    async unwanted(unwanted) {
      const all = BigInt(Number.MAX_SAFE_INTEGER)
      const rows = await connection.read((runner) => found(runner, unwanted, all))
      return rows.map(({ row, body, facts }) => ({
        record: readRecord(body, row),
        ...readSaid(facts),
      }))
    },
    async forget(unwanted, heard = () => undefined) {
      let versions = 0
      for (;;) {
        const some = await connection.write((runner) => forgetSome(runner, unwanted))
        versions += some
        heard(versions)
        if (some < maxBatch) return versions
      }
    },
  }
}

function found(runner: Runner, unwanted: Unwanted, limit: bigint): Promise<UnwantedVersion[]> {
  if (unwanted.what === 'record') return versionsOfRecord.rows(runner, { ...unwanted, limit })
  if (unwanted.what === 'node') return versionsNaming.rows(runner, { ...unwanted, limit })
  const { from, to } = rangeOf(unwanted.dataset)
  return endedInRange.rows(runner, { from: sortable(from), to: sortable(to), limit })
}

async function forgetSome(runner: Runner, unwanted: Unwanted): Promise<number> {
  const some = await found(runner, unwanted, BigInt(maxBatch))
  for (const [loadedAt, hashes] of currentByLoad(some)) await closeIn(runner, hashes, loadedAt)
  const ended = some.filter(({ supersededAt }) => supersededAt !== null)
  await inParts(
    runner,
    dropRecords,
    ended.map(({ version }) => version),
  )
  const keys = some.flatMap(({ facts }) => {
    const { nodes, about } = readSaid(facts)
    return [...nodes.map(({ key }) => key), ...about]
  })
  await inParts(runner, removeSubjects, [...new Set(keys)])
  return some.length
}

/** A version that is closed in the moment of its load was never known, and leaves no trace. */
function currentByLoad(some: readonly UnwantedVersion[]): ReadonlyMap<EpochMs, Sha256[]> {
  const byLoad = new Map<EpochMs, Sha256[]>()
  for (const { hash, loadedAt, supersededAt } of some) {
    if (supersededAt !== null) continue
    const at = loadedAt as EpochMs
    byLoad.set(at, [...(byLoad.get(at) ?? []), hash as Sha256])
  }
  return byLoad
}

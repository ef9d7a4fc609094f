import { canonicalJson } from '../../domain/canonical.ts'
import type { QuarantinedRow } from '../../domain/record.ts'
import type { Sha256 } from '../../domain/units.ts'
import { checkFacts } from '../check-facts.ts'
import { rangeOf } from '../dataset-range.ts'
import type { SourceVersion } from '../history.ts'
import { keptFacts } from '../kept-facts.ts'
import { type FactWrites, maxBatch } from '../port.ts'
import { sortable } from '../sortable.ts'
import { writtenFacts, writtenOnce } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { inParts, partsOf } from './in-parts.ts'
import type { Runner } from './query.ts'
import { closeIn, placeOf, putFactsIn } from './record-changes.ts'
import {
  currentHashesOfSource,
  dropQuarantine,
  hashesInRange,
  keepQuarantine,
  putQuarantine,
  putSource,
  supersedeSource,
  withdrawSources,
} from './record-queries.ts'
import { endUnfinishedIn, putUnfinishedIn } from './unfinished.ts'
import { endUnfinished, putWithdrawal } from './unfinished-queries.ts'

export function factWrites(connection: Connection): FactWrites {
  const putFacts: FactWrites['putFacts'] = async (source, batch, loadedAt) => {
    checkFacts(source, batch)
    const written = writtenOnce(batch, writtenFacts)
    await connection.write((runner) => putFactsIn(runner, written, loadedAt))
  }
  return {
    async beginSources(ids, at) {
      const begun = ids.map((id) => ({ id, what: 'load' as const, since: at }))
      await connection.write((runner) => putUnfinishedIn(runner, begun))
    },
    async forgoSource(id) {
      await connection.write((runner) => endUnfinishedIn(runner, id))
    },
    putFacts,
    factBatch: (source, loadedAt) => keptFacts((batch) => putFacts(source, batch, loadedAt)),
    async putQuarantine(_source, batch) {
      await connection.write((runner) => putQuarantineIn(runner, batch))
    },
    async finishSource(source, records, quarantined) {
      await connection.write(async (runner) => {
        const sort = sortable(source.id)
        const current = await currentHashesOfSource.rows(runner, { sort })
        const unsaid = current
          .map(({ hash }) => hash as Sha256)
          .filter((hash) => !records.has(hash))
        for (const part of partsOf(unsaid)) await closeIn(runner, part, source.loadedAt)
        await Promise.all([
          keepQuarantine.rows(runner, { sort, rows: quarantined.map(BigInt) }),
          supersedeSource.rows(runner, { id: source.id, at: BigInt(source.loadedAt) }),
          putSourceIn(runner, { source }),
          endUnfinishedIn(runner, source.id),
        ])
      })
    },
    /** Nothing is put off. */
    finishLoad: () => Promise.resolve(),
    async withdraw(dataset, at) {
      const range = rangeOf(dataset)
      const places = { from: sortable(range.from), to: sortable(range.to) }
      await connection.writeBeside(putWithdrawal, { ...range, at: BigInt(at) })
      let records = 0
      for (;;) {
        const closed = await connection.write(async (runner) => {
          const some = await hashesInRange.rows(runner, { ...places, limit: BigInt(maxBatch) })
          await closeIn(
            runner,
            some.map(({ hash }) => hash as Sha256),
            at,
          )
          return some.length
        })
        records += closed
        if (closed < maxBatch) break
      }
      return connection.write(async (runner) => {
        const [quarantined] = await dropQuarantine.rows(runner, places)
        const [sources] = await withdrawSources.rows(runner, { ...range, at: BigInt(at) })
        await endUnfinished.rows(runner, range)
        return { records, quarantined: quarantined?.count ?? 0, sources: sources?.count ?? 0 }
      })
    },
  }
}

export async function putQuarantineIn(
  runner: Runner,
  batch: readonly QuarantinedRow[],
): Promise<void> {
  await inParts(runner, putQuarantine, batch.map(quarantineRow))
}

export function quarantineRow(quarantined: QuarantinedRow) {
  return {
    place: placeOf(quarantined.source, quarantined.row, ''),
    row: BigInt(quarantined.row),
    body: canonicalJson(quarantined),
  }
}

/** Keeps one version of a source, current when nothing superseded it. */
export async function putSourceIn(runner: Runner, version: SourceVersion): Promise<void> {
  const properties = sourceProperties(version)
  await putSource.rows(runner, { version: properties.version, properties })
}

export function sourceProperties({ source, supersededAt }: SourceVersion) {
  return {
    version: `${source.id}@${source.loadedAt}`,
    id: source.id,
    loadedAt: BigInt(source.loadedAt),
    ...(supersededAt !== undefined && { supersededAt: BigInt(supersededAt) }),
    body: canonicalJson(source),
  }
}

import { compareText } from '../../domain/canonical.ts'
import type { UnfinishedSource } from '../../domain/unfinished.ts'
import type { EpochMs } from '../../domain/units.ts'
import { sortable } from '../sortable.ts'
import { readRecord } from '../written-facts.ts'
import type { Connection } from './connection.ts'
import { inParts } from './in-parts.ts'
import type { Runner } from './query.ts'
import { scanRecords, sources } from './record-queries.ts'
import { endUnfinished, newestPut, putUnfinished, unfinishedSources } from './unfinished-queries.ts'

export async function unfinishedOn(connection: Connection): Promise<UnfinishedSource[]> {
  const found = await connection.ask(unfinishedSources, {})
  return found.toSorted((a, b) => compareText(a.id, b.id))
}

export async function putUnfinishedIn(
  runner: Runner,
  begun: readonly UnfinishedSource[],
): Promise<void> {
  const rows = begun.map(({ since, ...rest }) => ({ ...rest, since: BigInt(since) }))
  await inParts(runner, putUnfinished, rows)
}

/** What was begun of one source has ended. */
export async function endUnfinishedIn(runner: Runner, id: string): Promise<void> {
  await endUnfinished.rows(runner, { from: id, to: id })
}

/**
 * Finds in a store of an earlier version what it did not say: sources that have records and never became current, and records that were put after their source became so. Of a load of several
 * files those that it had not come to are known to nobody.
 */
export async function tellUnfinished(connection: Connection): Promise<void> {
  const current = new Map<string, EpochMs>()
  for (const { body } of await connection.ask(sources, { id: null })) {
    const { id, loadedAt } = JSON.parse(body) as { id: string; loadedAt: EpochMs }
    current.set(id, loadedAt)
  }
  const found: UnfinishedSource[] = []
  for await (const id of sourcesWithRecords(connection)) {
    const [newest] = await connection.ask(newestPut, {
      ...placesOf(id),
      after: BigInt(current.get(id) ?? -1),
    })
    const at = newest?.at ?? undefined
    if (at !== undefined) found.push({ id, what: 'load', since: at as EpochMs })
  }
  await connection.write((runner) => putUnfinishedIn(runner, found))
}

/** From the first record of each to the first of the next: a source is never read. */
async function* sourcesWithRecords(connection: Connection): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const [first] = await connection.ask(scanRecords, { kinds: null, after, limit: 1n })
    if (first === undefined) return
    const { source } = readRecord(first.body, first.row)
    yield source
    after = placesOf(source).to
  }
}

/** Places of records are their source, `\u0001` and more. */
function placesOf(source: string): { readonly from: string; readonly to: string } {
  return { from: `${sortable(source)}\u0001`, to: `${sortable(source)}\u0002` }
}

import type { Ring } from '../domain/ring.ts'
import type { RingEvent } from '../domain/ring-event.ts'
import type { Run } from '../domain/run.ts'
import type { RingChange } from '../domain/run-change.ts'
import { ringChanges } from '../rings/identity/ring-changes.ts'
import type { Runs } from '../store/port.ts'

interface TwoRuns {
  readonly since: { readonly run: Run; readonly rings: readonly Ring[] }
  readonly until: { readonly run: Run; readonly rings: readonly Ring[] }
}

/** What became of the rings of one run in another. Between a run and the one right before it the causes are told that the later one kept. */
export async function changedRings(store: Runs, { since, until }: TwoRuns): Promise<RingChange[]> {
  const changes = ringChanges(since.rings, until.rings, await retiredBy(store, since))
  const events = await eventsBetween(store, { since, until })
  if (events === undefined) return changes
  return changes.map((change) => {
    const event = events.get(change.id)
    if (event === undefined) return change
    return { ...change, causes: event.causes, causesOmitted: event.causesOmitted }
  })
}

/** Ids that runs up to one had and it has not. */
async function retiredBy(store: Runs, { run, rings }: TwoRuns['since']): Promise<Set<string>> {
  const retired = new Set<string>()
  for (const { id } of await store.runs()) {
    if (run.id < id) continue
    for (const ring of (await store.lineage(id))?.retired ?? []) retired.add(ring.id)
  }
  for (const { id } of rings) retired.delete(id)
  return retired
}

/** The events that the later run kept, by ring; undefined where another run lies between the two, or the order is turned. */
async function eventsBetween(
  store: Runs,
  { since, until }: TwoRuns,
): Promise<ReadonlyMap<string, RingEvent> | undefined> {
  const before = (await store.runs()).find(({ id }) => id < until.run.id)
  if (before?.id !== since.run.id) return undefined
  const retired = (await store.lineage(until.run.id))?.retired ?? []
  return new Map(
    [...until.rings, ...retired].flatMap(({ id, event }) => (event ? [[id, event] as const] : [])),
  )
}

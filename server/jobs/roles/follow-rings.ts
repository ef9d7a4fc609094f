import type { RunLineage } from '../../domain/ring-event.ts'
import { type Heir, heirsAfter, type RingAfter } from '../../rings/identity/follow-ring.ts'
import type { Runs } from '../../store/port.ts'

/** Follows a ring from the run that knew it under its id to the current one; reads each run's book at most once. */
export type FollowRing = (ring: string, since: number) => Promise<readonly Heir[]>

type Reads = Pick<Runs, 'lineage' | 'ring' | 'runs'>

export function ringFollower(store: Reads): FollowRing {
  const lineages = new Map<number, Promise<RunLineage | undefined>>()
  const lineageOf = (run: number) => {
    const known = lineages.get(run) ?? store.lineage(run)
    lineages.set(run, known)
    return known
  }
  return async (ring, since) => {
    const later = (await store.runs()).map(({ id }) => id).filter((id) => since < id)
    let heirs: readonly Heir[] = [{ ring, how: 'same' }]
    for (const run of later.toReversed()) {
      const told = await ringsNamed(store, [ring, ...heirs.map((heir) => heir.ring)], {
        run,
        lineageOf,
      })
      heirs = heirsAfter(ring, heirs, (id) => told.get(id) ?? unknown)
    }
    return heirs
  }
}

const unknown: RingAfter = { stands: false, event: undefined }

/** Some rings and all that their events name, as a run tells them. */
async function ringsNamed(
  store: Reads,
  rings: readonly string[],
  { run, lineageOf }: { run: number; lineageOf: (run: number) => Promise<RunLineage | undefined> },
): Promise<ReadonlyMap<string, RingAfter>> {
  const told = new Map<string, RingAfter>()
  const tell = async (id: string) => {
    const ring = await store.ring(run, id)
    const retired =
      ring === undefined ? (await lineageOf(run))?.retired.find((own) => own.id === id) : undefined
    told.set(id, { stands: ring !== undefined, event: ring?.event ?? retired?.event })
  }
  for (const id of new Set(rings)) await tell(id)
  const others = [...told.values()].flatMap(({ event }) => event?.to ?? [])
  for (const id of new Set(others)) if (!told.has(id)) await tell(id)
  return told
}

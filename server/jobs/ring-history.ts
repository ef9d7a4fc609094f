import { compareText } from '../domain/canonical.ts'
import type { Ring } from '../domain/ring.ts'
import type { RingEvent } from '../domain/ring-event.ts'
import type { Run } from '../domain/run.ts'
import type { Runs } from '../store/port.ts'

/** A ring as one run knew it, and what became of it against the run before. */
export interface RingThen {
  readonly run: Run
  /** Undefined where the run has no ring by this id. */
  readonly ring: Ring | undefined
  readonly event: RingEvent | undefined
}

/** One ring in every run from the first that had it, latest first; empty when none ever had it. */
export async function ringHistory(store: Runs, id: string): Promise<RingThen[]> {
  const history: RingThen[] = []
  let was: Ring | undefined
  for (const run of (await store.runs()).toReversed()) {
    const ring = await store.ring(run.id, id)
    const event = was !== undefined && !ring ? await retirement(store, run.id, id) : ring?.event
    if (0 < history.length || ring !== undefined) history.push({ run, ring, event })
    was = ring
  }
  return history.toReversed()
}

async function retirement(store: Runs, run: number, id: string): Promise<RingEvent | undefined> {
  const lineage = await store.lineage(run)
  return lineage?.retired.find((own) => own.id === id)?.event
}

/** The shops of one ring in two runs, each list sorted. */
export interface ComparedRing {
  readonly id: string
  readonly since: number
  readonly run: number
  readonly stoodThen: boolean
  readonly standsNow: boolean
  readonly stayed: string[]
  readonly in: string[]
  readonly out: string[]
  /** Of the runs after `since` up to `run`, latest first. */
  readonly events: { readonly run: number; readonly asOf: Run['asOf']; readonly event: RingEvent }[]
}

/** What of a ring's history lies between two runs. A run before the first that had the ring knows no shops of it. */
export function compareRing(
  id: string,
  history: readonly RingThen[],
  { since, run }: { readonly since: number; readonly run: number },
): ComparedRing {
  const ringOf = (number: number) => history.find((then) => then.run.id === number)?.ring
  const [then, now] = [shopsOf(ringOf(since)), shopsOf(ringOf(run))]
  return {
    id,
    since,
    run,
    stoodThen: ringOf(since) !== undefined,
    standsNow: ringOf(run) !== undefined,
    stayed: then.filter((shop) => now.includes(shop)),
    in: now.filter((shop) => !then.includes(shop)),
    out: then.filter((shop) => !now.includes(shop)),
    events: history.flatMap((own) => {
      const isBetween = since < own.run.id && own.run.id <= run
      if (!isBetween || own.event === undefined) return []
      return [{ run: own.run.id, asOf: own.run.asOf, event: own.event }]
    }),
  }
}

function shopsOf(ring: Ring | undefined): string[] {
  return (ring?.members ?? []).map(({ shop }) => shop).toSorted(compareText)
}

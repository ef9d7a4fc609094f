import { compareText } from '../domain/canonical.ts'
import { keyAmong } from '../domain/keys.ts'
import type { Link } from '../domain/link.ts'
import type { Rescored } from '../domain/rescored.ts'
import type { Ring } from '../domain/ring.ts'
import type { RingEvent, RunLineage } from '../domain/ring-event.ts'
import type { IsoDate } from '../domain/units.ts'
import { carryRings } from '../rings/identity/carry-rings.ts'
import { type Circumstances, withCauses } from '../rings/identity/causes.ts'
import type { Runs } from '../store/port.ts'
import { type Past, readPast } from './past-rings.ts'

/** What a run has worked out before its rings get the ids that they are published under. */
interface Found {
  readonly rings: readonly Ring[]
  readonly links: readonly Link[]
  /** Keys of all shops of the store. */
  readonly shops: readonly string[]
  readonly rescored: readonly Rescored[]
  readonly threshold: number
  readonly asOf: IsoDate
}

/** Shops whose former links are asked for at once. */
const shopsAtOnce = 500

/** The rings of a new run under the ids that earlier runs gave them, each with what became of it and why, and what goes into the book of rings. */
export async function keepRings(
  store: Runs,
  found: Found,
): Promise<{ readonly rings: readonly Ring[]; readonly lineage: RunLineage }> {
  const held = new Set(found.shops)
  const past = await readPast(store, held)
  const { rings, retired } = carryRings(found.rings, past, found.asOf)
  const lineage = { retired: [...retired], ...cameAndWent(past, found.shops) }
  if (past.run === undefined) return { rings, lineage }
  const events = new Map<string, RingEvent>()
  for (const { id, event } of [...rings, ...retired]) if (event) events.set(id, event)
  const told = withCauses(
    events,
    await circumstancesOf(store, { found, held, past, rings, lineage }),
  )
  return {
    rings: rings.map((ring) => ({ ...ring, ...eventIn(told, ring.id) })),
    lineage: {
      ...lineage,
      retired: retired.map((ring) => ({ ...ring, ...eventIn(told, ring.id) })),
    },
  }
}

function eventIn(told: ReadonlyMap<string, RingEvent>, id: string): { readonly event?: RingEvent } {
  const event = told.get(id)
  return event === undefined ? {} : { event }
}

/** Where the run before does not say which shops it knew, none is called new, and the book begins with all of them. */
function cameAndWent(
  { shops }: Past,
  now: readonly string[],
): Pick<RunLineage, 'firstSeen' | 'gone'> {
  // The first run of a store has nothing to look up, among however many shops.
  if (shops === undefined || shops.size === 0)
    return { firstSeen: now.toSorted(compareText), gone: [] }
  const is = new Set(now)
  return {
    firstSeen: now.filter((shop) => !shops.has(shop)).toSorted(compareText),
    gone: [...shops].filter((shop) => !is.has(shop)).toSorted(compareText),
  }
}

async function circumstancesOf(
  store: Runs,
  {
    found,
    held,
    past,
    rings,
    lineage,
  }: {
    found: Found
    held: ReadonlySet<string>
    past: Past
    rings: readonly Ring[]
    lineage: RunLineage
  },
): Promise<Circumstances> {
  const changed = new Set([
    ...lineage.retired.flatMap(({ shops }) => shops),
    ...rings.flatMap(({ event, members }) =>
      event === undefined ? [] : [...members.map(({ shop }) => shop), ...event.lost],
    ),
  ])
  const touches = ({ from, to }: Link) => changed.has(from) || changed.has(to)
  const known = past.rings.flatMap(({ members }) => members.map(({ shop }) => shop))
  return {
    before: {
      links: await formerLinks(store, { ...past, held }, [...changed]),
      threshold: past.run?.threshold ?? found.threshold,
    },
    after: { links: found.links.filter(touches), threshold: found.threshold },
    ringBefore: ringOf(past.rings),
    ringAfter: ringOf(rings),
    firstSeen: new Set(past.shops === undefined ? [] : lineage.firstSeen),
    gone: new Set([...lineage.gone, ...known.filter((shop) => !held.has(shop))]),
    rescored: found.rescored,
  }
}

async function formerLinks(
  store: Runs,
  { run, formerKeys, held }: Past & { readonly held: ReadonlySet<string> },
  changed: readonly string[],
): Promise<Link[]> {
  if (run === undefined) return []
  const shops = changed.flatMap((shop) => {
    const former = formerKeys.get(shop)
    return former === undefined ? [shop] : [shop, former]
  })
  const links = new Map<string, Link>()
  for (let first = 0; first < shops.length; first += shopsAtOnce) {
    const some = shops.slice(first, first + shopsAtOnce)
    for await (const link of store.links(run.id, { shops: some, minProbability: 0 })) {
      const [from, to] = [keyAmong(held, link.from), keyAmong(held, link.to)]
      links.set(JSON.stringify([from, to, link.kind]), { ...link, from, to })
    }
  }
  return [...links.values()]
}

function ringOf(rings: readonly Ring[]): ReadonlyMap<string, string> {
  return new Map(rings.flatMap(({ id, members }) => members.map(({ shop }) => [shop, id])))
}

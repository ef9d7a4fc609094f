import { compareText } from '../../domain/canonical.ts'
import type { Ring } from '../../domain/ring.ts'
import type { RetiredRing, RingEvent } from '../../domain/ring-event.ts'
import type { IsoDate } from '../../domain/units.ts'
import { ranked } from '../rank.ts'
import { inheritIds, type Named } from './inherit-ids.ts'
import { ringEvents } from './ring-events.ts'

/** What a store knows of rings before a run: the rings of the run before, and all that once were and are not among these. */
export interface PastRings {
  readonly rings: readonly Ring[]
  readonly retired: readonly RetiredRing[]
}

export interface Carried {
  /** By rank, under the ids that they go on with. */
  readonly rings: readonly Ring[]
  /** Rings of the run before that are no more, by id. */
  readonly retired: readonly RetiredRing[]
}

/**
 * Rings as they were found, under the ids that their shops had (see inherit-ids.ts), each with what became of it. Equal shops keep their id whatever else
 * changed, and the same rings and past in any order give the same answer. `asOf` is the day to which the run answers.
 */
export function carryRings(found: readonly Ring[], past: PastRings, asOf: IsoDate): Carried {
  const groups = found.map(({ id, members }) => ({ id, since: asOf, shops: shopsOf(members) }))
  const current = past.rings.map(namedOf)
  const inherited = inheritIds(groups, { current, retired: past.retired.map(retiredAs) })
  const after = groups.map(({ id, since, shops }, place) => {
    const heir = inherited[place]
    return heir === undefined ? { id, since, shops, from: 'nowhere' as const } : { ...heir, shops }
  })
  const events = ringEvents({ before: current, after })
  return {
    rings: ranked(
      found.map((ring, place) => {
        const { id = ring.id, since } = after[place] ?? {}
        return carried(ring, id, since, events.get(id))
      }),
    ),
    retired: retiredNow(past.rings, events),
  }
}

function carried(
  ring: Ring,
  id: string,
  since: IsoDate | undefined,
  event: RingEvent | undefined,
): Ring {
  const own = since === undefined ? { ...ring, id } : { ...ring, id, since }
  return event === undefined ? own : { ...own, event }
}

function shopsOf(members: Ring['members']): string[] {
  return members.map(({ shop }) => shop)
}

function namedOf({ id, members, since }: Ring): Named {
  return { id, since, shops: shopsOf(members) }
}

function retiredAs({ id, shops, since }: RetiredRing): Named {
  return { id, shops, since }
}

function retiredNow(rings: readonly Ring[], events: ReadonlyMap<string, RingEvent>): RetiredRing[] {
  return rings
    .flatMap((ring) => {
      const { id, name, since } = ring
      const event = events.get(id)
      if (event?.change !== 'retired') return []
      const shops = namedOf(ring).shops.toSorted(compareText)
      return [{ id, name, shops, ...(since && { since }), event }]
    })
    .toSorted((x, y) => compareText(x.id, y.id))
}

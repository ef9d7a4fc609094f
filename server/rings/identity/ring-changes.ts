import { compareText } from '../../domain/canonical.ts'
import type { Ring } from '../../domain/ring.ts'
import { type RingBrief, type RingChange, RingChangeCode } from '../../domain/run-change.ts'
import { ringEvents } from './ring-events.ts'

/**
 * What became of the rings of one run in another, by the ids that they keep: the rule that also tells a ring's own events (see ring-events.ts), over any two runs.
 * Each ring of either run is told once, by its id; other rings that shops came from or went to are named beside it.
 *
 * @param retired ids that runs up to the earlier one had and it has not: a ring by one of these returned
 */
export function ringChanges(
  before: readonly Ring[],
  after: readonly Ring[],
  retired: ReadonlySet<string>,
): RingChange[] {
  const [earlier, later] = [byId(before), byId(after)]
  const events = ringEvents({
    before: before.map(namedOf),
    after: after.map((ring) => ({
      ...namedOf(ring),
      from: retired.has(ring.id) ? ('retired' as const) : ('current' as const),
    })),
  })
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .map((id): RingChange => {
      const [was, is] = [earlier.get(id), later.get(id)]
      const {
        change = 'unchanged',
        from = [],
        to = [],
        gained = [],
        lost = [],
      } = events.get(id) ?? {}
      const held = new Set(was === undefined ? [] : namedOf(was).shops)
      const kept = is === undefined ? [] : namedOf(is).shops.filter((shop) => held.has(shop))
      return {
        id,
        change,
        ...(was && { before: briefOf(was) }),
        ...(is && { after: briefOf(is) }),
        from: from.flatMap((other) => earlier.get(other) ?? []).map(briefOf),
        to: to.flatMap((other) => later.get(other) ?? []).map(briefOf),
        kept: kept.toSorted(compareText),
        gained: [...gained],
        lost: [...lost],
      }
    })
    .toSorted(byImportance)
}

function byId(rings: readonly Ring[]): ReadonlyMap<string, Ring> {
  return new Map(rings.map((ring) => [ring.id, ring]))
}

function namedOf({ id, members, since }: Ring) {
  return { id, since, shops: members.map(({ shop }) => shop) }
}

function briefOf({ id, name, rank, members }: Ring): RingBrief {
  return { id, name, rank, size: members.length }
}

const order = new Map(RingChangeCode.options.map((code, place) => [code, place]))

/** By what happened, then by rank in the later run; retired rings by the rank that they had. */
function byImportance(a: RingChange, b: RingChange): number {
  const place = ({ change }: RingChange) => order.get(change) ?? 0
  const rank = ({ after, before }: RingChange) => (after ?? before)?.rank ?? 0
  return place(a) - place(b) || rank(a) - rank(b) || compareText(a.id, b.id)
}

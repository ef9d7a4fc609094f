import { compareText } from '../../domain/canonical.ts'
import type { RingEvent, RingEventCode } from '../../domain/ring-event.ts'
import type { Inherited, Named } from './inherit-ids.ts'
import { overlapsOf } from './overlaps.ts'

/** Rings of the run before and of this one under their ids; `from` says where an id of this one comes from. */
export interface Passage {
  readonly before: readonly Named[]
  readonly after: readonly (Named & Pick<Inherited, 'from'>)[]
}

/** What became of every ring, by id: of all that changed, of those that are no more too. Causes are not told yet. */
export function ringEvents({ before, after }: Passage): ReadonlyMap<string, RingEvent> {
  const passed = passagesOf({ before, after })
  const earlier = new Map(before.map((own) => [own.id, own]))
  const later = new Set(after.map(({ id }) => id))
  const events = new Map<string, RingEvent>()
  for (const own of after) {
    const event = eventOf(own, earlier.get(own.id), passed)
    if (event !== undefined) events.set(own.id, event)
  }
  for (const own of before) {
    if (later.has(own.id)) continue
    const lost = own.shops.toSorted(compareText)
    events.set(own.id, { ...nothing, change: 'retired', to: passed.to(own.id), lost })
  }
  return events
}

const nothing: Omit<RingEvent, 'change'> = {
  from: [],
  to: [],
  gained: [],
  lost: [],
  causes: [],
  causesOmitted: 0,
}

function eventOf(
  own: Passage['after'][number],
  was: Named | undefined,
  passed: Passages,
): RingEvent | undefined {
  if (was !== undefined && isEqual(was.shops, own.shops)) return undefined
  const [from, to] = [passed.from(own.id), passed.to(own.id)]
  if (was === undefined) {
    const gained = own.shops.toSorted(compareText)
    return { ...nothing, change: beginningOf(own, passed), from, to, gained }
  }
  const [had, has] = [new Set(was.shops), new Set(own.shops)]
  const gained = own.shops.filter((shop) => !had.has(shop)).toSorted(compareText)
  const lost = [...had].filter((shop) => !has.has(shop)).toSorted(compareText)
  if (gained.length + lost.length === 0) return undefined
  const counts = { gained: gained.length, lost: lost.length }
  const change = changeOf(own.id, passed, counts)
  return { ...nothing, change, from, to, gained, lost }
}

/** In one order; equal shops in another are told apart no sooner than one by one. */
function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((shop, place) => shop === other[place])
}

function beginningOf({ id, from }: Passage['after'][number], passed: Passages): RingEventCode {
  if (from === 'retired') return 'returned'
  return passed.brokeOff.has(id) ? 'split' : 'new'
}

function changeOf(
  id: string,
  { absorbed, dividedInto }: Passages,
  { gained, lost }: { readonly gained: number; readonly lost: number },
): RingEventCode {
  const [merged, split] = [absorbed.has(id), dividedInto.has(id)]
  if (merged !== split) return merged ? 'merged' : 'split'
  if (merged || gained === lost) return 'regrouped'
  return lost < gained ? 'grown' : 'shrunk'
}

interface Passages {
  /** Other rings of the run before of which a ring holds shops. */
  readonly from: (id: string) => string[]
  /** Other rings of this run that hold shops of a ring of the run before. */
  readonly to: (id: string) => string[]
  /** Rings that took over at least half of one which is no more. */
  readonly absorbed: ReadonlySet<string>
  /** Rings of which at least half of a ring that was none before is made. */
  readonly dividedInto: ReadonlySet<string>
  /** Rings that were none before, at least half of whose shops come from one ring. */
  readonly brokeOff: ReadonlySet<string>
}

function passagesOf({ before, after }: Passage): Passages {
  const was = new Set(before.map(({ id }) => id))
  const is = new Set(after.map(({ id }) => id))
  const [from, to] = [new Map<string, string[]>(), new Map<string, string[]>()]
  const [absorbed, dividedInto, brokeOff] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const shopsOf = (groups: readonly Named[]) => groups.map(({ shops }) => shops)
  for (const { earlier, later, shared } of overlapsOf(shopsOf(before), shopsOf(after))) {
    const [old, own] = [before[earlier], after[later]]
    if (old === undefined || own === undefined || old.id === own.id) continue
    from.set(own.id, [...(from.get(own.id) ?? []), old.id])
    to.set(old.id, [...(to.get(old.id) ?? []), own.id])
    if (!is.has(old.id) && old.shops.length <= 2 * shared) absorbed.add(own.id)
    if (!was.has(own.id) && own.shops.length <= 2 * shared) {
      dividedInto.add(old.id)
      brokeOff.add(own.id)
    }
  }
  return {
    from: (id) => from.get(id)?.toSorted(compareText) ?? [],
    to: (id) => to.get(id)?.toSorted(compareText) ?? [],
    absorbed,
    dividedInto,
    brokeOff,
  }
}

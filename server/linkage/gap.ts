import type { GraphNode } from '../domain/graph.ts'
import type { BegunBy } from '../domain/link.ts'
import { type Days, daysBetween, type IsoDate } from '../domain/units.ts'
import { firstFrom } from './first-from.ts'
import { binEnd, earliestDays, gapBins, returnedBy } from './gap-bins.ts'
import { at } from './key-column.ts'
import { datedLives, type Shown } from './lives.ts'

/** A life that ended and a later one that may continue it. */
export interface Gap {
  readonly closed: IsoDate
  readonly opened: IsoDate
  readonly begunBy: BegunBy
  /** From closure to opening; negative when the later shop was opened before the earlier one was closed. */
  readonly days: Days
}

/** When a shop opened and closed, as far as is known on the day of the answer; days count from 1970. */
export interface ShopTimes {
  readonly openings: readonly {
    readonly day: number
    readonly date: IsoDate
    readonly by: BegunBy
  }[]
  readonly closures: readonly {
    readonly day: number
    readonly date: IsoDate
    /** When the life that ended had begun. */
    readonly since: number
  }[]
  /** When lives had begun that are over since a day that nobody recorded. */
  readonly undated: readonly number[]
}

/** How many observed gaps weigh as much as the table's share of strangers. */
const tableWeight = 1000

/** Lives by day. A life that was sold is no closure: it goes on under somebody else. */
export function timesOf(
  shop: Pick<GraphNode, 'lives' | 'firstSeen'>,
  asOf: IsoDate,
  shown: Shown = {},
): ShopTimes {
  const lives = datedLives(shop, shown)
  const openings = lives.flatMap(({ from, by }) =>
    from === undefined || asOf < from ? [] : [{ day: dayOf(from), date: from, by }],
  )
  const closures = lives.flatMap(({ from, to, ended }) => {
    if (to === undefined || asOf < to || ended === 'sold') return []
    const since = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from)
    return [{ day: dayOf(to), date: to, since }]
  })
  const undated = lives.flatMap(({ from, to, ended }) =>
    from === undefined || asOf < from || to !== undefined || ended === undefined || ended === 'sold'
      ? []
      : [dayOf(from)],
  )
  return { openings, closures, undated }
}

/**
 * Whether two shops of which no closure precedes an opening are known to have run side by side: both have to be dated, and a shop that closed on a day that nobody recorded may have done so
 * before anything that opened later.
 */
export function ranTogether(a: ShopTimes, b: ShopTimes): boolean {
  if (a.openings.length === 0 || b.openings.length === 0) return false
  return !mayHaveClosedBefore(a, b) && !mayHaveClosedBefore(b, a)
}

function mayHaveClosedBefore({ undated }: ShopTimes, { openings }: ShopTimes): boolean {
  return undated.some((since) => openings.some(({ day }) => since < day))
}

/** The closure of `a` and the later opening of `b` that lie closest together; nothing when no closure precedes an opening. */
export function gapBetween(a: ShopTimes, b: ShopTimes): Gap | undefined {
  let best: Gap | undefined
  for (const closure of a.closures) {
    for (const opening of b.openings) {
      const days = (opening.day - closure.day) as Days
      if (days < earliestDays || opening.day <= closure.since) continue
      if (best === undefined || Math.abs(days) < Math.abs(best.days)) {
        best = { closed: closure.date, opened: opening.date, begunBy: opening.by, days }
      }
    }
  }
  return best
}

/** Share of each bin among the gaps of strangers: all closures against all openings of the store, with the table's shares beside them. */
export function gapChances(times: readonly ShopTimes[]): Float64Array {
  const openings = Float64Array.from(
    times.flatMap((shop) => shop.openings),
    ({ day }) => day,
  ).sort()
  const counts = new Float64Array(gapBins.length)
  for (const { closures } of times) {
    for (const { day } of closures) countOpenings(openings, day, counts)
  }
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map(
    (count, bin) => (count + (gapBins[bin]?.strangers ?? 0) * tableWeight) / (total + tableWeight),
  )
}

/** Whether fewer than half of those who come back are back this long after a closure. */
export function isTooEarly(closed: IsoDate, asOf: IsoDate): boolean {
  return returnedBy(daysBetween(closed, asOf)) < 0.5
}

function countOpenings(openings: Float64Array, closed: number, counts: Float64Array): void {
  for (const [bin, { from }] of gapBins.entries()) {
    const end = binEnd(bin, Number.POSITIVE_INFINITY)
    const count = firstFrom(openings, closed + end) - firstFrom(openings, closed + from)
    counts[bin] = at(counts, bin) + count
  }
}

const msPerDay = 86_400_000

function dayOf(date: IsoDate): number {
  return Math.round(Date.parse(date) / msPerDay)
}

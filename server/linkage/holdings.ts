import { growingIntegers } from '../domain/columns/growing.ts'
import { largeIntegers } from '../domain/columns/large-arrays.ts'
import { families } from '../domain/link.ts'
import type { ChannelColumn, Encoded } from './encode.ts'
import type { FastRule, Holding } from './generic-since.ts'
import { dayOf, longAgo } from './held-days.ts'
import { knownOutside } from './holder-groups.ts'
import { at } from './key-column.ts'

/** What a store says of when values were taken up. */
export interface TakeUps {
  /** By shop, the place of the first shop that is one holder with it. */
  readonly groups: Int32Array
  /** By family, 1 where a shop can be told apart by something else. */
  readonly outside: ReturnType<typeof knownOutside>
  readonly loads: ReadonlySet<number>
  readonly beginnings: Beginnings
}

export function takeUpsOf(encoded: Encoded, groups: Int32Array): TakeUps {
  return {
    ...{ groups, outside: knownOutside(encoded) },
    ...{ loads: loadDays(encoded), beginnings: beginningsOf(encoded) },
  }
}

/** A shop with one of its values, by its place in the list; see {@link Holding}. */
export function holdingOf(
  { groups, outside, loads, beginnings }: TakeUps,
  { held, rule }: Pick<ChannelColumn, 'held' | 'rule'>,
  shop: number,
  value: number,
  fast: FastRule | undefined,
): Holding {
  const group = at(groups, shop)
  const slot = held === undefined ? 0 : at(held.starts, shop) + value
  const first = held === undefined ? longAgo : at(held.first, slot)
  const last = held === undefined ? longAgo : at(held.last, slot)
  if (first === longAgo) return { group, first: undefined, last, takenUp: false }
  const told = outside.get(families[rule.channel])?.[shop] === 1
  const takenUp =
    fast !== undefined &&
    told &&
    !loads.has(first) &&
    beganAbout(beginnings, shop, first, fast.days)
  return { group, first, last, takenUp }
}

/** A value is first seen when somebody looks; it was taken up about then only where the shop itself had just begun. */
function beganAbout({ starts, days }: Beginnings, shop: number, day: number, most: number) {
  for (let n = at(starts, shop); n < at(starts, shop + 1); n++)
    if (Math.abs(day - at(days, n)) <= most) return true
  return false
}

/** The days on which lives of shop i began, as far as known: days[starts[i]] … days[starts[i + 1] − 1]. */
interface Beginnings {
  readonly starts: Int32Array
  readonly days: Int32Array
}

/** A hub has hundreds of holders, and each is asked for every value and in every round. */
const known = new WeakMap<Encoded['shops'], Beginnings>()

function beginningsOf({ shops }: Encoded): Beginnings {
  const own = known.get(shops) ?? readBeginnings(shops)
  known.set(shops, own)
  return own
}

function readBeginnings(shops: Encoded['shops']): Beginnings {
  const starts = largeIntegers(shops.length + 1)
  const days = growingIntegers()
  for (const [place, { lives }] of shops.entries()) {
    for (const { from } of lives) {
      const began = dayOf(from)
      if (began !== undefined) days.push(began)
    }
    starts[place + 1] = days.length
  }
  return { starts, days: days.taken() }
}

/** A day on which so large a share of all values, and so many, were first seen is the day of a load. */
const loadShare = 0.05
const leastOfLoad = 20

function loadDays({ columns }: Encoded): ReadonlySet<number> {
  const counts = new Map<number, number>()
  let all = 0
  for (const { held } of columns) {
    for (const day of held?.first ?? []) {
      if (day === longAgo) continue
      counts.set(day, (counts.get(day) ?? 0) + 1)
      all++
    }
  }
  const least = Math.max(leastOfLoad, loadShare * all)
  return new Set([...counts].flatMap(([day, count]) => (least <= count ? [day] : [])))
}

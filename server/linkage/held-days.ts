import { growingIntegers } from '../domain/columns/growing.ts'
import { largeIntegers } from '../domain/columns/large-arrays.ts'
import type { GraphNode } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'
import type { ShopValue } from './channel.ts'
import { at } from './key-column.ts'

/** From when to when, in days since 1970-01-01: {@link longAgo} where no beginning is known, {@link openEnd} where no end is. */
export interface Spans {
  readonly first: Int32Array
  readonly last: Int32Array
}

/** How long every shop was seen to have each value of one channel. */
export interface HeldDays extends Spans {
  /** Values of shop i stand at starts[i] … starts[i + 1] − 1, in the order of its list. */
  readonly starts: Int32Array
  /** By value, a number for the node that stands for it: the same for the same; −1 where there is none. */
  readonly nodes: Int32Array
}

export const longAgo = -(2 ** 31)
export const openEnd = 2 ** 31 - 1

/** The lives of all shops together, by place in `shops`. */
export function livesOf(shops: readonly GraphNode[]): Spans {
  const first = largeIntegers(shops.length).fill(longAgo)
  const last = largeIntegers(shops.length).fill(openEnd)
  for (const [place, { lives, firstSeen }] of shops.entries()) {
    if (lives.length === 0) continue
    first[place] = Math.min(...lives.map(({ from }) => dayOf(from ?? firstSeen) ?? longAgo))
    last[place] = Math.max(...lives.map(({ to }) => dayOf(to) ?? openEnd))
  }
  return { first, last }
}

/** How many values a shop has. */
export function countOfValues(held: HeldDays | undefined, shop: number): number {
  return held === undefined ? 0 : at(held.starts, shop + 1) - at(held.starts, shop)
}

/** Takes the values of shop after shop. A value that was seen on one day only was had for longer than that, nobody knows how long: the lives of its shop stand in. */
export function heldDaysBuilder(lives: Spans): {
  add(values: readonly ShopValue[]): void
  taken(): HeldDays
} {
  const starts = largeIntegers(lives.first.length + 1)
  const [first, last, nodes] = [growingIntegers(), growingIntegers(), growingIntegers()]
  const numberOf = numbering()
  let shop = 0
  return {
    add(values) {
      for (const { firstSeen, lastSeen, key } of values) {
        const [from, to] = [dayOf(firstSeen) ?? longAgo, dayOf(lastSeen) ?? openEnd]
        first.push(from === to ? Math.min(from, at(lives.first, shop)) : from)
        last.push(from === to ? Math.max(to, at(lives.last, shop)) : to)
        nodes.push(numberOf(key))
      }
      shop += 1
      starts[shop] = first.length
    },
    taken: () => ({ starts, first: first.taken(), last: last.taken(), nodes: nodes.taken() }),
  }
}

function numbering(): (key: string | undefined) => number {
  const numbers = new Map<string, number>()
  return (key) => {
    if (key === undefined) return -1
    const known = numbers.get(key)
    if (known === undefined) numbers.set(key, numbers.size)
    return known ?? numbers.size - 1
  }
}

/** Days from the end of the one to the beginning of the other; 0 where they meet, or where a date that it takes is missing. */
export function daysApart(spans: Spans, i: number, j: number): number {
  return Math.max(0, daysBefore(spans, i, j), daysBefore(spans, j, i))
}

function daysBefore({ first, last }: Spans, earlier: number, later: number): number {
  const [end, begin] = [at(last, earlier), at(first, later)]
  return end === openEnd || begin === longAgo ? 0 : begin - end
}

const msPerDay = 86_400_000

/** Days since 1970-01-01; undefined when the date is. */
export function dayOf(date: IsoDate | undefined): number | undefined {
  if (date === undefined) return undefined
  const known = days.get(date)
  if (known !== undefined) return known
  const day = Math.round(Date.parse(date) / msPerDay)
  days.set(date, day)
  return day
}

/** A store has millions of dates and some thousands of days: looking each up is five times as fast as reading it. */
const days = new Map<string, number>()

export function dateOf(day: number): IsoDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10) as IsoDate
}

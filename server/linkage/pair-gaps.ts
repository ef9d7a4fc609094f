import { largeBytes, largeIntegers } from '../domain/columns/large-arrays.ts'
import type { Pairs } from './block.ts'
import { type Gap, gapBetween, ranTogether, type ShopTimes } from './gap.ts'
import { noGap } from './gap-bins.ts'
import { at } from './key-column.ts'
import { returnDensity, usualReturnTimes } from './return-times.ts'

/** The gap of a pair, with the places of the shop that closed and the one that opened. */
export interface PairGap extends Gap {
  readonly from: number
  readonly to: number
}

/** How the lives of all pairs lie in time. */
export interface PairTimes {
  /** By pair, days of the gap that says most for it, in either direction; {@link noGap} where no closure precedes an opening. */
  readonly days: Int32Array
  /** 1 where the two are known to have run side by side. */
  readonly together: Uint8Array
  /** That gap itself, found again when it is asked for, as few pairs are told. */
  gapOf(pair: number): PairGap | undefined
}

export function pairTimes(times: readonly ShopTimes[], pairs: Pairs): PairTimes {
  const { left, right } = pairs
  const days = largeIntegers(left.length)
  const together = largeBytes(left.length)
  for (let pair = 0; pair < days.length; pair++) {
    const gap = pairGap(times, at(left, pair), at(right, pair))
    days[pair] = gap?.days ?? noGap
    if (gap === undefined && areTogether(times, pairs, pair)) together[pair] = 1
  }
  const gapOf = (pair: number) =>
    at(days, pair) === noGap ? undefined : pairGap(times, at(left, pair), at(right, pair))
  return { days, together, gapOf }
}

/** How many of the pairs have one life that ends before the other begins, and how many run side by side; nothing is kept of any. */
export function countTimes(
  times: readonly ShopTimes[],
  pairs: Pairs,
): { readonly inSequence: number; readonly together: number } {
  let inSequence = 0
  let together = 0
  for (let pair = 0; pair < pairs.left.length; pair++) {
    if (areInSequence(times, at(pairs.left, pair), at(pairs.right, pair))) inSequence++
    else if (areTogether(times, pairs, pair)) together++
  }
  return { inSequence, together }
}

function areInSequence(times: readonly ShopTimes[], a: number, b: number): boolean {
  const [one, other] = [times[a], times[b]]
  if (one === undefined || other === undefined) return false
  return (gapBetween(one, other) ?? gapBetween(other, one)) !== undefined
}

function areTogether(times: readonly ShopTimes[], { left, right }: Pairs, pair: number): boolean {
  const [one, other] = [times[at(left, pair)], times[at(right, pair)]]
  return one !== undefined && other !== undefined && ranTogether(one, other)
}

function pairGap(times: readonly ShopTimes[], a: number, b: number): PairGap | undefined {
  const [one, other] = [times[a], times[b]]
  if (one === undefined || other === undefined) return undefined
  const there = gapBetween(one, other)
  const back = gapBetween(other, one)
  if (there === undefined || (back !== undefined && soon(there) < soon(back)))
    return back && directed(back, b, a)
  return directed(there, a, b)
}

function soon({ days }: Gap): number {
  return returnDensity(usualReturnTimes, days)
}

/** One shape for all: a store has millions of them. */
function directed({ closed, opened, begunBy, days }: Gap, from: number, to: number): PairGap {
  return { closed, opened, begunBy, days, from, to }
}

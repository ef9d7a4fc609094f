import type { Pairs } from './block.ts'
import { type Gap, gapBetween, type ShopTimes } from './gap.ts'
import { at } from './key-column.ts'
import { returnDensity, usualReturnTimes } from './return-times.ts'

/** The gap of a pair, with the places of the shop that closed and the one that opened. */
export interface PairGap extends Gap {
  readonly from: number
  readonly to: number
}

/** How the lives of all pairs lie in time. */
export interface PairTimes {
  /** The gap that says most for the pair, in either direction; undefined where no closure precedes an opening. */
  readonly gaps: readonly (PairGap | undefined)[]
  /** 1 where both are dated and no closure precedes an opening: the two ran side by side. */
  readonly together: Uint8Array
}

export function pairTimes(times: readonly ShopTimes[], pairs: Pairs): PairTimes {
  const gaps = Array.from(pairs.left, (a, pair) => pairGap(times, a, at(pairs.right, pair)))
  const dated = Uint8Array.from(times, ({ openings }) => (openings.length === 0 ? 0 : 1))
  const together = Uint8Array.from(gaps, (gap, pair) =>
    gap === undefined ? at(dated, at(pairs.left, pair)) * at(dated, at(pairs.right, pair)) : 0,
  )
  return { gaps, together }
}

function pairGap(times: readonly ShopTimes[], a: number, b: number): PairGap | undefined {
  const [one, other] = [times[a], times[b]]
  if (one === undefined || other === undefined) return undefined
  const there = directed(gapBetween(one, other), a, b)
  const back = directed(gapBetween(other, one), b, a)
  if (there === undefined || back === undefined) return there ?? back
  const soon = ({ days }: Gap) => returnDensity(usualReturnTimes, days)
  return soon(there) < soon(back) ? back : there
}

function directed(gap: Gap | undefined, from: number, to: number): PairGap | undefined {
  return gap && { ...gap, from, to }
}

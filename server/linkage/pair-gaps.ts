import type { Pairs } from './block.ts'
import { bitsOfGap, type Gap, gapBetween, type ShopTimes } from './gap.ts'
import { at } from './key-column.ts'

/** The gap of a pair, with the places of the shop that closed and the one that opened. */
export interface PairGap extends Gap {
  readonly from: number
  readonly to: number
  readonly bits: number
}

/** For every pair, the gap that says most for it, in either direction; undefined where no closure precedes an opening. */
export function pairGaps(
  times: readonly ShopTimes[],
  pairs: Pairs,
  bits: readonly number[],
): (PairGap | undefined)[] {
  return Array.from(pairs.left, (a, pair) => pairGap(times, a, at(pairs.right, pair), bits))
}

/** As numbers for the hot loop: 1 where one shop was closed before the other opened. */
export function inSequence(gaps: readonly (PairGap | undefined)[]): Uint8Array {
  return Uint8Array.from(gaps, (gap) => (gap === undefined ? 0 : 1))
}

function pairGap(
  times: readonly ShopTimes[],
  a: number,
  b: number,
  bits: readonly number[],
): PairGap | undefined {
  const [one, other] = [times[a], times[b]]
  if (one === undefined || other === undefined) return undefined
  const there = directed(gapBetween(one, other), a, b, bits)
  const back = directed(gapBetween(other, one), b, a, bits)
  if (there === undefined || back === undefined) return there ?? back
  return there.bits < back.bits ? back : there
}

function directed(
  gap: Gap | undefined,
  from: number,
  to: number,
  bits: readonly number[],
): PairGap | undefined {
  return gap && { ...gap, from, to, bits: bitsOfGap(bits, gap) }
}

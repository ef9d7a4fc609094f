import type { Pairs } from './block.ts'
import type { ChannelColumn, LevelColumn } from './encode.ts'
import { at } from './key-column.ts'

/** Index of the pair's agreement in its channel's levels, or one of these. */
export const unknown = -1
export const differs = -2

/** How two shops compare in one channel. */
export interface Comparison {
  /** Rank of the level, {@link unknown} or {@link differs}. */
  readonly rank: number
  /** Of the shared key within that level. */
  readonly code: number
  readonly bits: number
}

/** The best that the two shops share in a channel: the level and key with the most bits, the stronger level where bits are equal. */
export function compareShops(
  column: ChannelColumn,
  a: number,
  b: number,
  inSequence: boolean,
): Comparison {
  if (at(column.known, a) === 0 || at(column.known, b) === 0)
    return { rank: unknown, code: -1, bits: 0 }
  let best: Comparison = { rank: differs, code: -1, bits: differBits(column, inSequence) }
  for (const [rank, level] of column.levels.entries()) {
    const code = rarestShared(level, a, b)
    if (code < 0) continue
    const bits = at(level.bits, code)
    if (best.rank === differs || best.bits < bits) best = { rank, code, bits }
  }
  return best
}

/** The bits of one channel for the pairs from `first` to before `end`; the hot loop, without an object per pair. */
export function compareColumn(
  column: ChannelColumn,
  pairs: Pairs,
  inSequence: Uint8Array,
  first: number,
  end: number,
  bits: Float64Array,
): void {
  for (let pair = first; pair < end; pair++) {
    const a = at(pairs.left, pair)
    const b = at(pairs.right, pair)
    bits[pair - first] =
      at(column.known, a) === 0 || at(column.known, b) === 0
        ? 0
        : bestBits(column, a, b, at(inSequence, pair) === 1)
  }
}

function bestBits(column: ChannelColumn, a: number, b: number, inSequence: boolean): number {
  let best = -1
  for (const level of column.levels) {
    const code = rarestShared(level, a, b)
    if (0 <= code) best = Math.max(best, at(level.bits, code))
  }
  return best < 0 ? differBits(column, inSequence) : best
}

function differBits(column: ChannelColumn, inSequence: boolean): number {
  return inSequence ? column.differBits.inSequence : column.differBits.together
}

/** The shared key with the most bits, −1 when there is none; a merge of two ascending lists. */
function rarestShared(level: LevelColumn, a: number, b: number): number {
  const { starts, codes, bits } = level
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  let best = -1
  while (i < endA && j < endB) {
    const x = at(codes, i)
    const y = at(codes, j)
    if (x === y && (best < 0 || at(bits, best) < at(bits, x))) best = x
    if (x <= y) i++
    if (y <= x) j++
  }
  return best
}

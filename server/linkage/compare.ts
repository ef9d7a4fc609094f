import type { Pairs } from './block.ts'
import { type ChannelColumn, generic, type RankColumn } from './encode.ts'
import { at } from './key-column.ts'
import { levelAt } from './layout.ts'
import { unknownLevel } from './learn/patterns.ts'

/** How pairs compare in one channel. */
export interface Compared {
  /** By pair: a level of the channel's layout, or `unknownLevel`, also where all that is shared is generic. */
  readonly level: Uint8Array
  /** By pair: what is shared at the level, as the sum of 1 / (other holders); 0 where nothing is. */
  readonly worth: Float64Array
}

/** Compares the pairs from `first` to before `end` in one channel, at the strongest rank where they share anything that counts. */
export function compareColumn(
  column: ChannelColumn,
  pairs: Pairs,
  first = 0,
  end = pairs.left.length,
): Compared {
  const level = new Uint8Array(end - first).fill(unknownLevel)
  const worth = new Float64Array(end - first)
  const { known, layout } = column
  for (let pair = first; pair < end; pair++) {
    const a = at(pairs.left, pair)
    const b = at(pairs.right, pair)
    if (at(known, a) === 0 || at(known, b) === 0) continue
    const rank = sharedRank(column, a, b)
    if (rank === onlyGeneric) continue
    const shared = rank < 0 ? 0 : sharedWorth(column.ranks[rank] as RankColumn, a, b)
    level[pair - first] = rank < 0 ? layout.differ : levelAt(layout, rank, shared)
    worth[pair - first] = shared
  }
  return { level, worth }
}

const nothingShared = -1
const onlyGeneric = -2

/** The strongest rank at which two shops share anything that counts. */
function sharedRank({ ranks }: ChannelColumn, a: number, b: number): number {
  let without = nothingShared
  for (let rank = 0; rank < ranks.length; rank++) {
    const shared = sharedWorth(ranks[rank] as RankColumn, a, b)
    if (0 < shared) return rank
    if (shared < 0) without = onlyGeneric
  }
  return without
}

/** The sum of worths over shared keys; {@link generic} when all of them are generic, 0 when there are none. A merge of two ascending lists. */
export function sharedWorth({ starts, codes, worth }: RankColumn, a: number, b: number): number {
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  let sum = 0
  let seenGeneric = false
  while (i < endA && j < endB) {
    const x = at(codes, i)
    const y = at(codes, j)
    if (x === y) {
      const own = at(worth, x)
      if (own < 0) seenGeneric = true
      else sum += own
    }
    if (x <= y) i++
    if (y <= x) j++
  }
  return sum === 0 && seenGeneric ? generic : sum
}

/** The rarest key that both have at a rank, −1 when there is none; a generic one only when no other is shared. */
export function rarestShared({ starts, codes, worth }: RankColumn, a: number, b: number): number {
  const own = codes.subarray(at(starts, a), at(starts, a + 1))
  const others = new Set(codes.subarray(at(starts, b), at(starts, b + 1)))
  let best = -1
  for (const code of own) {
    if (others.has(code) && (best < 0 || at(worth, best) < at(worth, code))) best = code
  }
  return best
}

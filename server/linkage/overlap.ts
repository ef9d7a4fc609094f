import type { ChannelColumn } from './encode.ts'
import { at } from './key-column.ts'
import type { LearntWeights } from './learn/learn.ts'
import { type ComparedColumn, unknownLevel } from './learn/patterns.ts'
import type { Learnt, Session } from './learn/session.ts'

/** Cells with fewer pairs say nothing about how two channels go together. */
const leastPairs = 20
/** The usual damping counts as this many cells of the least size. */
const usualWeight = 10

/** Pairs that agree in both of two channels of a family, by cell: level of the first × levels of the second + level of the second. */
export function jointColumn(
  family: string,
  [first, second]: readonly [ComparedColumn, ComparedColumn],
): ComparedColumn {
  const width = second.levels - 1
  const level = first.level.map((one, pair) => {
    const other = at(second.level, pair)
    const agree = one < first.levels - 1 && other < width
    return agree ? one * width + other : unknownLevel
  })
  const levels = (first.levels - 1) * width + 1
  return { channel: `${family} together`, family, levels, ordered: false, level }
}

/** A session over the pairs that agree in both. */
export function jointSession(column: number, levels: number, off: readonly number[]): Session {
  return { column, levels: levels - 1, off: [...off, column] }
}

/**
 * How much the weaker of two agreements of one family adds to the stronger one, from 0 to 1: what the other families say about pairs that agree in
 * both, cell by cell, against the sum of what each is worth alone. Strangers who use one bought pack share its pictures and its titles, so the
 * second says little; where the channels are independent it would be 1.
 */
export function overlapDamping(
  joint: Learnt,
  channels: readonly [ChannelColumn, ChannelColumn],
  bits: readonly [Float64Array, Float64Array],
  matchesPerPair: number,
  usual: number,
): number {
  const width = channels[1].layout.differ
  let numerator = usual * usualWeight * leastPairs
  let denominator = usualWeight * leastPairs
  for (let cell = 0; cell < joint.session.levels; cell++) {
    const [same, different] = [at(joint.taken.same, cell), at(joint.taken.different, cell)]
    if (same + different < leastPairs) continue
    const alone = [at(bits[0], Math.floor(cell / width)), at(bits[1], cell % width)] as const
    const [most, least] = [Math.max(...alone), Math.min(...alone)]
    if (least <= 1) continue
    const together = Math.log2((same + 0.5) / (different + 0.5)) - matchesPerPair
    const own = Math.min(1, Math.max(0, (together - most) / least))
    numerator += (same + different) * own
    denominator += same + different
  }
  return numerator / denominator
}

/** Log-odds, in bits, of a true pair among all pairs with values, as a channel's own session sees it. */
export function matchesPerPair(
  { sessions, m }: LearntWeights,
  column: number,
  shops: number,
): number {
  const own = sessions.find(({ session }) => session.column === column)
  if (own === undefined) return 0
  const { from = 0, levels } = own.session
  const seen = own.taken.same.reduce((sum, count) => sum + count, 0)
  const share = (m[column] as Float64Array)
    .subarray(from, levels)
    .reduce((sum, count) => sum + count, 0)
  const pairs = Math.max(1, (shops * (shops - 1)) / 2)
  return Math.log2(Math.max(1, seen / share) / pairs)
}

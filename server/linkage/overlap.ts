import { largeBytes } from '../domain/columns/large-arrays.ts'
import { at } from './key-column.ts'
import { type ComparedColumn, unknownLevel } from './learn/patterns.ts'
import type { Learnt } from './learn/session.ts'
import type { Session } from './learn/session-rows.ts'

/** How far from the usual an overlap may lie before anything is seen: one standard deviation. */
const spread = 0.3
/** No cell counts for more pairs than this, so that thousands of weak agreements do not outvote the strong ones that decide. */
const mostPairs = 30
/** Overlaps that are tried, evenly from 0 to 1. */
const steps = 40
/** The lowest of them stands for all from nothing to half a step and counts as their middle: an agreement that counts for nothing at all would leave pairs tied which differ in it. */
export const leastOverlap = 0.25 / steps

/** Pairs that agree in both of two columns, by cell: level of the first × levels of the second + level of the second. */
export function jointColumn(
  channel: string,
  [first, second]: readonly [ComparedColumn, ComparedColumn],
): ComparedColumn {
  const width = second.levels - 1
  const level = largeBytes(first.level.length)
  for (let pair = 0; pair < level.length; pair++) {
    const [one, other] = [at(first.level, pair), at(second.level, pair)]
    const agree = one < first.levels - 1 && other < width
    level[pair] = agree ? one * width + other : unknownLevel
  }
  const levels = (first.levels - 1) * width + 1
  return { channel, family: channel, levels, ordered: false, level }
}

/** A session over the pairs that agree in both. */
export function jointSession(column: number, levels: number, off: readonly number[]): Session {
  return { column, levels: levels - 1, off: [...off, column] }
}

/** What a session over the pairs that agree in both found. */
interface Judged {
  readonly session: Pick<Session, 'levels'>
  readonly taken: Learnt['taken']
}

/**
 * How much the weaker of two agreements adds to the stronger one, from 0 to 1: the value under which what independent evidence says of pairs that agree
 * in both, cell by cell, is most likely. Strangers who use one bought pack share its pictures and its titles, so the second says little; where two
 * kinds of evidence are independent it would be 1. `alone` gives the bits of both in a cell, `perPair` the log-odds of a true pair among all pairs.
 */
export function overlapDamping(
  { session, taken }: Judged,
  alone: (cell: number) => readonly [number, number],
  perPair: number,
  usual: number,
): number {
  let best = usual
  let most = Number.NEGATIVE_INFINITY
  for (let step = 0; step <= steps; step++) {
    const overlap = Math.max(leastOverlap, step / steps)
    let likelihood = -(((overlap - usual) / spread) ** 2) / 2
    for (let cell = 0; cell < session.levels; cell++) {
      const [one, other] = alone(cell)
      const bits = perPair + Math.max(one, other) + overlap * Math.min(one, other)
      const [same, different] = [at(taken.same, cell), at(taken.different, cell)]
      const counts = Math.min(1, mostPairs / (same + different + 1))
      likelihood -= counts * (same * Math.log1p(2 ** -bits) + different * Math.log1p(2 ** bits))
    }
    if (most < likelihood) {
      most = likelihood
      best = overlap
    }
  }
  return best
}

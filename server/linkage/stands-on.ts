import type { Channel } from '../domain/link.ts'
import { type Dampings, dampings, type Said } from './dampings.ts'

/**
 * The fewest channels without which the probability no longer `reaches` the threshold, by the bits of all channels: at every step the one that takes most away, families
 * damped afresh. Empty when it is below already, or when a person's decision alone holds it up.
 */
export function standsOn(
  said: readonly Said[],
  learnt: Dampings,
  reaches: (bits: number) => boolean,
): Channel[] {
  let left = said
  const removed: Channel[] = []
  while (reaches(weigh(left, learnt))) {
    const strongest = left
      .filter(({ bits }) => 0 < bits)
      .map((own) => {
        const without = left.filter((other) => other !== own)
        return { own, without, bits: weigh(without, learnt) }
      })
      .toSorted((x, y) => x.bits - y.bits)[0]
    if (strongest === undefined) return []
    left = strongest.without
    removed.push(strongest.own.channel)
  }
  return removed
}

function weigh(said: readonly Said[], learnt: Dampings): number {
  const damping = dampings(said, learnt)
  return said.reduce((total, { bits }, n) => total + bits * (damping[n] ?? 1), 0)
}

import { Channel } from '../domain/link.ts'
import { bitsToProbability } from '../domain/units.ts'
import { type Dampings, dampings } from './score.ts'

/**
 * The fewest channels without which the probability falls below the threshold: at every step the one that takes most away, families
 * damped afresh. Empty when it is below already, or when a person's decision alone holds it up.
 */
export function standsOn(
  bits: ReadonlyMap<Channel, number>,
  learnt: Dampings,
  base: number,
  calibration: number,
  threshold: number,
): Channel[] {
  const left = new Map(bits)
  const removed: Channel[] = []
  const holds = () => threshold <= bitsToProbability(base + calibration + weigh(left, learnt))
  while (holds()) {
    const strongest = Channel.options
      .filter((channel) => 0 < (left.get(channel) ?? 0))
      .map((channel) => ({ channel, without: weigh(withoutOne(left, channel), learnt) }))
      .toSorted((x, y) => x.without - y.without)[0]
    if (strongest === undefined) return []
    left.delete(strongest.channel)
    removed.push(strongest.channel)
  }
  return removed
}

function weigh(bits: ReadonlyMap<Channel, number>, learnt: Dampings): number {
  const damping = dampings(bits, learnt)
  return [...bits].reduce((total, [channel, own]) => total + own * (damping.get(channel) ?? 1), 0)
}

function withoutOne(bits: ReadonlyMap<Channel, number>, channel: Channel): Map<Channel, number> {
  return new Map([...bits].filter(([other]) => other !== channel))
}

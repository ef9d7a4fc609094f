import type { Pairs } from './block.ts'
import type { Encoded } from './encode.ts'
import type { Observed } from './learn-weights.ts'

/** Where fewer shops share anything with another there is nothing to learn from, and pairs are weighed by what is usual. */
const leastSharing = 10
/** Where fewer shops were closed, time, which tells how far weights can be taken at their word, says nothing. */
const leastClosures = 5
/** Without time, each channel is learnt from what the others say of its pairs, and in fewer channels than these they say too little. */
const leastChannels = 5

/** Whether enough shops share something, and time or enough channels can tell what it is worth. */
export function canLearn({
  encoded,
  pairs,
  times,
}: Pick<Observed, 'encoded' | 'pairs' | 'times'>): boolean {
  const closed = times.filter(({ closures }) => 0 < closures.length).length
  return hasSharing(pairs) && (leastClosures <= closed || hasManyChannels(encoded, leastSharing))
}

function hasSharing({ left, right }: Pairs): boolean {
  const sharing = new Set<number>()
  for (const side of [left, right])
    for (const place of side) if (leastSharing <= sharing.add(place).size) return true
  return false
}

/** Whether at least so many shops are known by each of five channels: by fewer of them, what agrees alone had no company to miss. */
export function hasManyChannels(encoded: Encoded, shops: number): boolean {
  const known = encoded.columns.map((column) => column.known.reduce((sum, own) => sum + own, 0))
  return leastChannels <= known.filter((own) => shops <= own).length
}

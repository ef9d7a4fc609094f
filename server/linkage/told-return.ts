import type { ReturnTimes } from './return-times.ts'

/** Up to here a return is taken at its word; where rings are cut, nothing changes. */
const trusted = 0.8
/** Of the sisters of a market, so many stand where a return would be looked for and look like one: as many as were wrong among the surest returns of generated markets. */
const mistakenSisters = 0.35

/**
 * What is told of a return by its share, 0 to 1: a sister shop that was opened for another reason looks as much like the closed one as the shop that took its place, and
 * nothing in the records tells which of the two it is. So the odds that it is one are added to the odds against whatever the records say: 0.95 is the most that is told where one pair in six ran
 * side by side, 0.997 where one in a hundred did. Rising all the way, and never above the share itself.
 */
export function toldReturn(share: number, { sisters }: Pick<ReturnTimes, 'sisters'>): number {
  if (share <= trusted) return share
  const mistaken = mistakenSisters * sisters
  // Divided so that it begins where a share is no longer taken at its word, without a step.
  const against = ((1 - share) / share + mistaken) / (1 + (mistaken * trusted) / (1 - trusted))
  return Math.min(share, 1 / (1 + against))
}

import type { Followed } from './follow-keys.ts'
import { hopsFrom, onWaysBetween } from './outline.ts'
import { withoutDeadEnds } from './without-dead-ends.ts'

/** The nodes that ways of at most so many hops can pass. */
export function nodesOnWays(
  { outline }: Pick<Followed, 'outline'>,
  { from, to, maxHops }: { readonly from: string; readonly to: string; readonly maxHops: number },
): readonly number[] {
  const [start, end] = [outline.numberOf(from), outline.numberOf(to)]
  const near = hopsFrom(outline, start, maxHops)
  const within = onWaysBetween(near, hopsFrom(outline, end, maxHops), maxHops)
  return withoutDeadEnds(outline, within, [start, end])
}

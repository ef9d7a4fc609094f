import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { Stretch } from './stretch.ts'

/** How far a shop was authorised in a time: for all of it under every right, for some of it or without days that say so, or not at all. */
export type Coverage = 'none' | 'part' | 'whole'

export function coverageOf(stretch: Stretch, rights: readonly ConcernedRight[]): Coverage {
  const each = rights.map((right) => coverageBy(stretch, right))
  if (each.length !== 0 && each.every((one) => one === 'whole')) return 'whole'
  return each.every((one) => one === 'none') ? 'none' : 'part'
}

/** A day that is not stated is not known: it covers nothing for sure, and excludes nothing. A name that reads alike covers nothing for sure either. */
function coverageBy({ shop, from, to }: Stretch, { authorised }: ConcernedRight): Coverage {
  const own = authorised.filter(({ shops }) => shops.includes(shop))
  const touching = own.filter(
    (one) => (one.from === undefined || one.from <= to) && (one.to === undefined || from <= one.to),
  )
  const isWhole = touching.some(
    (one) =>
      one.by === 'key' &&
      one.from !== undefined &&
      one.to !== undefined &&
      one.from <= from &&
      to <= one.to,
  )
  if (isWhole) return 'whole'
  return touching.length === 0 ? 'none' : 'part'
}

import type { LinkKind } from '../../domain/link.ts'
import { ratio } from '../pair-agreement.ts'
import type { Rated } from './calibration.ts'

/** Links that a person would look at first. */
const looked = 1_000
const equal = 1e-12

/**
 * Share of the 1,000 most probable links of a kind whose probability is another's among them, to 1e-12: a queue full of ties is in no order. Null
 * without links.
 */
export function tiedShare(links: readonly Rated[], wanted: LinkKind): number | null {
  const top = links
    .filter(({ kind }) => kind === wanted)
    .map(({ probability }) => probability)
    .toSorted((a, b) => b - a)
    .slice(0, looked)
  const tied = top.filter((own, n) => {
    const above = top[n - 1] ?? Number.POSITIVE_INFINITY
    const below = top[n + 1] ?? Number.NEGATIVE_INFINITY
    return above - own <= equal || own - below <= equal
  })
  return ratio(tied.length, top.length)
}

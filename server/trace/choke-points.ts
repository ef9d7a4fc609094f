import { compareText } from '../domain/canonical.ts'
import type { ChokePoint, ChokePoints, Replacement } from '../domain/choke-point.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import type { Exposure } from './exposures.ts'
import { grouped } from './grouped.ts'

/** Greedy choice of a monotone submodular sum is never below this share of the best one (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971). */
const bound = 1 - 1 / Math.E

/**
 * The actions that together remove most expected harm, best first: each takes of what is left of a ring's harm its share, as far as
 * sellers do not replace it, so that a second action on the same ring counts only for what the first left. Equal actions by key; those that remove nothing are left out.
 *
 * @param harm by ring
 * @param bystandersOf by key, how many shops outside all rings use it
 */
export function chokePoints(
  harm: readonly number[],
  exposures: readonly Exposure[],
  actions: number,
  { nameOf, bystandersOf, replacements }: ChokePointsAbout,
): ChokePoints {
  const byKey = grouped(
    exposures.toSorted((a, b) => a.ring - b.ring || a.share - b.share),
    ({ key }) => key,
    (one) => one,
  )
  const left = [...harm]
  const open = [...byKey].toSorted(([x], [y]) => compareText(x, y))
  const chosen: ChokePoint[] = []
  while (chosen.length < actions) {
    const gains = open.map(([, own]) => gainOf(own, left))
    const most = Math.max(0, ...gains)
    const place = gains.indexOf(most)
    const [next] = most === 0 ? [] : open.splice(place, 1)
    if (next === undefined) break
    const [key, own] = next
    chosen.push({
      rank: chosen.length + 1,
      key,
      kind: kindOf(key as NodeKey),
      name: nameOf(key),
      removed: most,
      ...touched(own, harm, bystandersOf(key)),
    })
    for (const one of own) left[one.ring] = (left[one.ring] ?? 0) * (1 - effectOf(one))
  }
  const removed = chosen.reduce((sum, one) => sum + one.removed, 0)
  const all = harm.reduce((sum, own) => sum + own, 0)
  return { actions: chosen, harm: all, removed, bound, replacements: [...replacements] }
}

/** The first `actions` of what was chosen: greedy choice never takes one back. */
export function firstActions(all: ChokePoints, actions: number): ChokePoints {
  const first = all.actions.slice(0, actions)
  return { ...all, actions: first, removed: first.reduce((sum, { removed }) => sum + removed, 0) }
}

interface ChokePointsAbout {
  readonly nameOf: (key: string) => string
  readonly bystandersOf: (key: string) => number
  readonly replacements: readonly Replacement[]
}

/** What goes for good. */
function effectOf({ share, replaced }: Exposure): number {
  return share * (1 - replaced)
}

function gainOf(exposures: readonly Exposure[], left: readonly number[]): number {
  return exposures.reduce((sum, one) => sum + effectOf(one) * (left[one.ring] ?? 0), 0)
}

function touched(own: readonly Exposure[], harm: readonly number[], bystanders: number) {
  const shops = own.reduce((sum, one) => sum + one.shops, 0)
  const all = own.reduce((sum, { ring }) => sum + (harm[ring] ?? 0), 0)
  const gone = own.reduce((sum, { ring, share }) => sum + share * (harm[ring] ?? 0), 0)
  return {
    rings: own.length,
    shops,
    bystanders,
    replaceable: all === 0 ? 0 : 1 - gone / all,
    replaced: own[0]?.replaced ?? 0,
  }
}

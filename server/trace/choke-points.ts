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
  const gains = Float64Array.from(open, ([, own]) => gainOf(own, left))
  const openAt = placesByRing(open, harm.length)
  const chosen: ChokePoint[] = []
  while (chosen.length < actions) {
    const place = placeOfMost(gains)
    const [key, own] = open[place] ?? []
    if (key === undefined || own === undefined) break
    chosen.push({
      rank: chosen.length + 1,
      key,
      kind: kindOf(key as NodeKey),
      name: nameOf(key),
      removed: gains[place] as number,
      ...touched(own, harm, bystandersOf(key)),
    })
    for (const one of own) left[one.ring] = (left[one.ring] ?? 0) * (1 - effectOf(one))
    // A choice leaves what others gain as it is, but for those that have a ring in common with it.
    const others = own.flatMap(({ ring }) => openAt[ring] ?? [])
    for (const other of others.filter((one) => 0 < (gains[one] as number)))
      gains[other] = gainOf(open[other]?.[1] ?? [], left)
    gains[place] = 0
  }
  const removed = chosen.reduce((sum, one) => sum + one.removed, 0)
  const all = harm.reduce((sum, own) => sum + own, 0)
  return { actions: chosen, harm: all, removed, bound, replacements: [...replacements] }
}

/** By ring, the places of those that touch it. */
function placesByRing(
  open: readonly (readonly [string, readonly Exposure[]])[],
  rings: number,
): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: rings }, () => [])
  for (const [place, [, own]] of open.entries())
    for (const { ring } of own) if (places[ring]?.at(-1) !== place) places[ring]?.push(place)
  return places
}

/** The first of the greatest, −1 when none is above 0. */
function placeOfMost(gains: Float64Array): number {
  let best = -1
  for (let place = 0; place < gains.length; place++)
    if ((best < 0 ? 0 : (gains[best] as number)) < (gains[place] as number)) best = place
  return best
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

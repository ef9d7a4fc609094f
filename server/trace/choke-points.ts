import { compareText } from '../domain/canonical.ts'
import type { ChokePoint, ChokePoints } from '../domain/choke-point.ts'
import { kindOf, type NodeKey } from '../domain/keys.ts'
import { grouped } from './grouped.ts'

/** What a ring loses when it is gone. */
export interface Exposure {
  /** Something that can be acted on. */
  readonly key: string
  /** Place of the ring among those whose harm is given. */
  readonly ring: number
  /** The ring's shops that use it. */
  readonly shops: number
  /** What of the ring's harm goes with it, from 0 to 1. */
  readonly effect: number
}

/** Greedy choice of a monotone submodular sum is never below this share of the best one (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971). */
const bound = 1 - 1 / Math.E

/**
 * The actions that together remove most expected harm, best first: each takes the share `effect` of what is left of a ring's harm, so that a second action on
 * the same ring counts only for what the first left. Equal actions by key; those that remove nothing are left out.
 *
 * @param harm by ring
 * @param usersOf by key, all shops that use it
 */
export function chokePoints(
  harm: readonly number[],
  exposures: readonly Exposure[],
  actions: number,
  { nameOf, usersOf }: { nameOf: (key: string) => string; usersOf: (key: string) => number },
): ChokePoints {
  const byKey = grouped(
    exposures.toSorted((a, b) => a.ring - b.ring || a.effect - b.effect),
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
      ...touched(own, harm, usersOf(key)),
    })
    for (const { ring, effect } of own) left[ring] = (left[ring] ?? 0) * (1 - effect)
  }
  const removed = chosen.reduce((sum, one) => sum + one.removed, 0)
  return { actions: chosen, harm: harm.reduce((sum, own) => sum + own, 0), removed, bound }
}

function gainOf(exposures: readonly Exposure[], left: readonly number[]): number {
  return exposures.reduce((sum, { ring, effect }) => sum + effect * (left[ring] ?? 0), 0)
}

function touched(own: readonly Exposure[], harm: readonly number[], users: number) {
  const shops = own.reduce((sum, one) => sum + one.shops, 0)
  const all = own.reduce((sum, { ring }) => sum + (harm[ring] ?? 0), 0)
  const gone = gainOf(own, harm)
  return {
    rings: own.length,
    shops,
    bystanders: Math.max(0, users - shops),
    replaceable: all === 0 ? 0 : 1 - gone / all,
  }
}

import { compareText } from '../../domain/canonical.ts'
import type { Link } from '../../domain/link.ts'
import type { Ring } from '../../domain/ring.ts'
import { Probability } from '../../domain/units.ts'
import type { Core } from '../core.ts'

/**
 * The links that a lead claims: of each pair of shops that follow each other on a path of the ring, and of each return at or above the
 * threshold, the strongest statement that reaches it: a return before a common controller before a common supply.
 */
export function claimedLinks({ links, ring, run }: Core): readonly Link[] {
  const steps = new Set(stepsOf(ring).map(([a, b]) => pairOf(a, b)))
  const order = new Map(ring.members.map(({ shop }, index) => [shop, index]))
  const best = new Map<string, Link>()
  for (const link of links) {
    const pair = pairOf(link.from, link.to)
    const wanted =
      run.threshold <= link.probability && (link.kind === 'came_back_as' || steps.has(pair))
    const rival = best.get(pair)
    if (wanted && (rival === undefined || strength[rival.kind] < strength[link.kind]))
      best.set(pair, link)
  }
  const place = ({ from, to }: Link) => Math.max(order.get(from) ?? 0, order.get(to) ?? 0)
  return [...best.values()].toSorted(
    (a, b) => place(a) - place(b) || compareText(pairOf(a.from, a.to), pairOf(b.from, b.to)),
  )
}

const strength = { came_back_as: 2, same_controller: 1, shares_supply: 0 } as const

/** The distinct steps of all paths of a ring: what must hold for it to be one. */
export function stepsOf(ring: Pick<Ring, 'members'>): readonly (readonly [string, string])[] {
  const steps = ring.members.flatMap(({ path }) =>
    path.slice(1).map((shop, index) => [path[index] ?? shop, shop] as const),
  )
  return [...new Map(steps.map(([a, b]) => [pairOf(a, b), [a, b] as const])).values()]
}

/**
 * The chance that every step of the ring holds, taken as independent of each other; undefined when a step has no link among those handed over.
 * It is what a statement about all the shops together carries, where the weakest step alone would promise too much.
 */
export function jointOf(core: Core): Probability | undefined {
  // Pieces that only shops left out join are no whole.
  return 0 < (core.scope?.lost.length ?? 0) ? undefined : chanceOf(core.ring, core)
}

/** The same of some members of a ring with the paths between them. */
export function chanceOf(
  ring: Pick<Ring, 'members'>,
  { links }: Pick<Core, 'links'>,
): Probability | undefined {
  const best = new Map<string, number>()
  for (const { from, to, kind, probability } of links) {
    // Common supply holds nothing together, however probable.
    if (kind === 'shares_supply') continue
    const pair = pairOf(from, to)
    best.set(pair, Math.max(best.get(pair) ?? 0, probability))
  }
  const joint = stepsOf(ring).reduce(
    (product, [a, b]) => product * (best.get(pairOf(a, b)) ?? NaN),
    1,
  )
  return Number.isNaN(joint) ? undefined : Probability.parse(joint)
}

/** One name for a pair of shops in either order. */
export function pairOf(a: string, b: string): string {
  return compareText(a, b) < 0 ? `${a}\n${b}` : `${b}\n${a}`
}

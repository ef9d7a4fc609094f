import { compareText } from '../domain/canonical.ts'
import type { Membership } from '../domain/ring.ts'
import type { Probability } from '../domain/units.ts'
import type { Step } from './steps.ts'

interface Reached {
  readonly joint: number
  readonly path: readonly string[]
}

/**
 * How each shop hangs on the first one: among the paths whose weakest step is as sure as any path's can be, the one that
 * holds most surely as a whole (then the shortest, then the first by key). `shops` begins with the root and keeps its order.
 */
export function memberships(shops: readonly string[], steps: readonly Step[]): Membership[] {
  const [root] = shops
  if (root === undefined) return []
  const [first, second] = steps
  // Most rings are of two shops and one step, and one step is the whole of the way.
  if (shops.length === 2 && first !== undefined && second === undefined)
    return shops.map((shop) => alongOne(root, shop, first.probability))
  const neighbours = neighboursOf(steps)
  const weakest = widest(root, neighbours)
  const reachedBy = new Map(
    [...new Set(weakest.values())].map((floor) => [floor, surest(root, neighbours, floor)]),
  )
  return shops.map((shop) => {
    const weakestStep = weakest.get(shop) ?? 0
    const reached = reachedBy.get(weakestStep)?.get(shop)
    return {
      shop,
      weakestStep: weakestStep as Probability,
      joint: (reached?.joint ?? 0) as Probability,
      path: [...(reached?.path ?? [])],
    }
  })
}

function alongOne(root: string, shop: string, sure: Probability): Membership {
  if (shop === root) return { shop, weakestStep: certain, joint: certain, path: [root] }
  return { shop, weakestStep: sure, joint: sure, path: [root, shop] }
}

const certain = 1 as Probability

type Neighbours = ReadonlyMap<string, readonly { readonly to: string; readonly sure: number }[]>

function neighboursOf(steps: readonly Step[]): Neighbours {
  const neighbours = new Map<string, { to: string; sure: number }[]>()
  for (const { a, b, probability } of steps) {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = neighbours.get(from) ?? []
      known.push({ to, sure: probability })
      neighbours.set(from, known)
    }
  }
  return neighbours
}

/** The best weakest step to every shop (the bottleneck path problem), by Dijkstra's rule with `min` for `+`. */
function widest(root: string, neighbours: Neighbours): Map<string, number> {
  const open = new Map([[root, 1]])
  const done = new Map<string, number>()
  while (open.size > 0) {
    const [shop, width] = [...open].reduce((best, next) => (next[1] > best[1] ? next : best))
    open.delete(shop)
    done.set(shop, width)
    for (const { to, sure } of neighbours.get(shop) ?? []) {
      if (!done.has(to)) open.set(to, Math.max(open.get(to) ?? 0, Math.min(width, sure)))
    }
  }
  return done
}

/** The path of the highest product to every shop, over steps of at least `floor`. */
function surest(root: string, neighbours: Neighbours, floor: number): Map<string, Reached> {
  const open = new Map<string, Reached>([[root, { joint: 1, path: [root] }]])
  const done = new Map<string, Reached>()
  while (open.size > 0) {
    const [shop, reached] = [...open].reduce((best, next) =>
      better(next[1], best[1]) ? next : best,
    )
    open.delete(shop)
    done.set(shop, reached)
    for (const { to, sure } of neighbours.get(shop) ?? []) {
      if (sure < floor || done.has(to)) continue
      const through = { joint: reached.joint * sure, path: [...reached.path, to] }
      const known = open.get(to)
      if (known === undefined || better(through, known)) open.set(to, through)
    }
  }
  return done
}

function better(x: Reached, y: Reached): boolean {
  if (x.joint !== y.joint) return x.joint > y.joint
  if (x.path.length !== y.path.length) return x.path.length < y.path.length
  return compareText(x.path.join('\0'), y.path.join('\0')) < 0
}

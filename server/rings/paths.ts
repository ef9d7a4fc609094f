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
  const ways = waysFrom(shops, steps)
  const weakest = widest(ways)
  // Where all are reached and no step is one too many, the only path to a shop is the best, whatever its weakest step.
  const isTree = steps.length < shops.length && weakest.every((step) => 0 < step)
  const floors = isTree ? [0] : [...new Set(weakest)]
  const reachedBy = new Map(floors.map((floor) => [floor, surest(ways, floor)]))
  return shops.map((shop, place) => {
    const weakestStep = weakest[place] as number
    const reached = reachedBy.get(isTree ? 0 : weakestStep)?.[place]
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

/** Where steps lead from each shop, by places. */
interface Ways {
  readonly shops: readonly string[]
  readonly from: readonly (readonly { readonly to: number; readonly sure: number }[])[]
}

function waysFrom(shops: readonly string[], steps: readonly Step[]): Ways {
  const placeOf = new Map<string, number>()
  for (const [place, shop] of shops.entries()) placeOf.set(shop, place)
  const from = shops.map((): { to: number; sure: number }[] => [])
  for (const { a, b, probability: sure } of steps) {
    const [one, other] = [placeOf.get(a), placeOf.get(b)]
    if (one === undefined || other === undefined) continue
    from[one]?.push({ to: other, sure })
    from[other]?.push({ to: one, sure })
  }
  return { shops, from }
}

/** The best weakest step to every shop (the bottleneck path problem), by Dijkstra's rule with `min` for `+`; 0 where nothing leads. */
function widest({ shops, from }: Ways): Float64Array {
  const widths = new Float64Array(shops.length)
  const isOpen = new Uint8Array(shops.length).fill(1)
  widths[0] = 1
  for (let place = 0; 0 <= place; place = widestOpen(widths, isOpen)) {
    const width = widths[place] as number
    isOpen[place] = 0
    for (const { to, sure } of from[place] ?? [])
      widths[to] = Math.max(widths[to] as number, Math.min(width, sure))
  }
  return widths
}

/** -1 where none is open. */
function widestOpen(widths: Float64Array, isOpen: Uint8Array): number {
  let best = -1
  for (let place = 0; place < widths.length; place++) {
    if (isOpen[place] === 0) continue
    if (best < 0 || (widths[best] as number) < (widths[place] as number)) best = place
  }
  return best
}

/** The path of the highest product to every shop, over steps of at least `floor`; none where no such steps lead. */
function surest({ shops, from }: Ways, floor: number): readonly (Reached | undefined)[] {
  const reached = shops.map((): Reached | undefined => undefined)
  const isOpen = new Uint8Array(shops.length).fill(1)
  reached[0] = { joint: 1, path: shops.slice(0, 1) }
  for (let place = 0; 0 <= place; place = bestOpen(reached, isOpen)) {
    const { joint = 0, path = [] } = reached[place] ?? {}
    isOpen[place] = 0
    for (const { to, sure } of from[place] ?? []) {
      if (sure < floor || isOpen[to] === 0) continue
      const through = { joint: joint * sure, path: [...path, shops[to] ?? ''] }
      reached[to] = betterOf(reached[to], through)
    }
  }
  return reached
}

function betterOf(known: Reached | undefined, other: Reached): Reached {
  return known === undefined || better(other, known) ? other : known
}

/** The place that is reached best and still open; -1 where there is none. */
function bestOpen(reached: readonly (Reached | undefined)[], isOpen: Uint8Array): number {
  let place = -1
  let best: Reached | undefined
  for (let own = 0; own < reached.length; own++) {
    const next = reached[own]
    if (next === undefined || isOpen[own] === 0) continue
    if (best !== undefined && !better(next, best)) continue
    best = next
    place = own
  }
  return place
}

function better(x: Reached, y: Reached): boolean {
  if (x.joint !== y.joint) return x.joint > y.joint
  if (x.path.length !== y.path.length) return x.path.length < y.path.length
  return compareText(x.path.join('\0'), y.path.join('\0')) < 0
}

import { compareText } from '../../domain/canonical.ts'
import { join, rootOf, singles } from '../../linkage/union-find.ts'
import { membersOf } from '../kernel/aggregate.ts'
import type { Step } from '../steps.ts'

/** The steps of every set of shops that steps connect, by its first shop; steps come surest first, and so they stay within each. */
export function componentsOf(steps: readonly Step[]): Step[][] {
  const numbered = numberedShops(steps)
  const { componentOf, firsts } = componentsIn(numbered)
  const { order, first } = membersOf(
    numbered.from.map((shop) => componentOf[shop] as number),
    firsts.length,
  )
  const placed = Array.from(order, (place) => steps[place] as Step)
  return firsts
    .map((key, own) => ({ key, own }))
    .sort((x, y) => compareText(x.key, y.key))
    .map(({ own }) => placed.slice(first[own], first[own + 1]))
}

/** Shops in the order in which steps name them, and the ends of each step by their numbers. */
interface Numbered {
  readonly shops: readonly string[]
  readonly from: Int32Array
  readonly to: Int32Array
}

function numberedShops(steps: readonly Step[]): Numbered {
  const numbers = new Map<string, number>()
  const [from, to] = [new Int32Array(steps.length), new Int32Array(steps.length)]
  for (let place = 0; place < steps.length; place++) {
    const { a, b } = steps[place] as Step
    from[place] = numberOf(a, numbers)
    to[place] = numberOf(b, numbers)
  }
  return { shops: [...numbers.keys()], from, to }
}

function numberOf(shop: string, numbers: Map<string, number>): number {
  const known = numbers.get(shop)
  if (known !== undefined) return known
  numbers.set(shop, numbers.size)
  return numbers.size - 1
}

/** The component of every shop by its number, and the first shop of every component. */
interface Components {
  readonly componentOf: Int32Array
  readonly firsts: readonly string[]
}

function componentsIn({ shops, from, to }: Numbered): Components {
  const parents = singles(shops.length)
  for (let step = 0; step < from.length; step++)
    join(parents, from[step] as number, to[step] as number)
  const componentOf = new Int32Array(shops.length)
  const firsts: string[] = []
  for (let shop = 0; shop < shops.length; shop++) {
    const key = shops[shop] as string
    const root = rootOf(parents, shop)
    // A root is the lowest of its set and comes before all others.
    if (root === shop) componentOf[shop] = firsts.push(key) - 1
    const own = componentOf[root] as number
    componentOf[shop] = own
    if (key < (firsts[own] as string)) firsts[own] = key
  }
  return { componentOf, firsts }
}

import { compareText } from '../../domain/canonical.ts'
import { join, rootOf, singles } from '../../linkage/union-find.ts'
import { compareSteps, type Step } from '../steps.ts'

/** The steps of every set of shops that steps connect, by its first shop; within each surest first. */
export function componentsOf(steps: readonly Step[]): Step[][] {
  const sorted = steps.toSorted(compareSteps)
  const { shops, from, to } = numbered(sorted)
  const parents = singles(shops.length)
  for (const [step, shop] of from.entries()) join(parents, shop, to[step] as number)
  const components = new Map<number, { first: string; readonly steps: Step[] }>()
  for (const [shop, first] of shops.entries()) {
    const known = components.get(rootOf(parents, shop))
    if (known === undefined) components.set(rootOf(parents, shop), { first, steps: [] })
    else if (compareText(first, known.first) < 0) known.first = first
  }
  for (const [place, step] of sorted.entries())
    components.get(rootOf(parents, from[place] as number))?.steps.push(step)
  return [...components.values()]
    .sort((x, y) => compareText(x.first, y.first))
    .map(({ steps: own }) => own)
}

/** Shops in the order in which steps name them, and the ends of each step by their numbers. */
interface Numbered {
  readonly shops: readonly string[]
  readonly from: Int32Array
  readonly to: Int32Array
}

function numbered(steps: readonly Step[]): Numbered {
  const numbers = new Map<string, number>()
  const numberOf = (shop: string) => {
    const known = numbers.get(shop)
    if (known !== undefined) return known
    numbers.set(shop, numbers.size)
    return numbers.size - 1
  }
  const [from, to] = [new Int32Array(steps.length), new Int32Array(steps.length)]
  for (const [place, { a, b }] of steps.entries()) {
    from[place] = numberOf(a)
    to[place] = numberOf(b)
  }
  return { shops: [...numbers.keys()], from, to }
}

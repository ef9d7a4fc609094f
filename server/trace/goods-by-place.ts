import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { listOf } from './list-of.ts'

/** What shops sell by who is said to supply them. */
export interface GoodsByPlace {
  /** Shops of the store by category. */
  readonly sellers: ReadonlyMap<string, ReadonlySet<string>>
  /** Shops of the store that say what they sell. */
  readonly telling: ReadonlySet<string>
  /** How many shops sell one of several categories. */
  readonly sellersOf: (categories: readonly string[]) => number
  /** Shops that factories of a region are said to supply, by region. */
  readonly suppliedFrom: ReadonlyMap<string, ReadonlySet<string>>
  /** Shops that a factory is said to supply. */
  readonly suppliedBy: ReadonlyMap<string, readonly string[]>
}

/** @param suppliedBy by factory, the shops that it is said to supply */
export function goodsByPlace(
  nodes: ReadonlyMap<string, GraphNode>,
  suppliedBy: ReadonlyMap<string, readonly string[]>,
): GoodsByPlace {
  const sellers = new Map<string, Set<string>>()
  const telling = new Set<string>()
  for (const node of nodes.values()) {
    if (node.kind !== 'Shop') continue
    for (const category of listOf(node, 'categories')) {
      sellers.set(category, (sellers.get(category) ?? new Set()).add(node.key))
      telling.add(node.key)
    }
  }
  const suppliedFrom = new Map<string, Set<string>>()
  for (const [factory, shops] of suppliedBy) {
    const region = regionOf(nodes.get(factory))
    if (region === undefined) continue
    const all = suppliedFrom.get(region) ?? new Set<string>()
    for (const shop of shops) all.add(shop)
    suppliedFrom.set(region, all)
  }
  return { sellers, telling, sellersOf: countedOnce(sellers), suppliedFrom, suppliedBy }
}

/** Rings that sell the same ask for the same number. */
function countedOnce(sellers: ReadonlyMap<string, ReadonlySet<string>>): GoodsByPlace['sellersOf'] {
  const known = new Map<string, number>()
  return (categories) => {
    const name = categories.toSorted(compareText).join('\n')
    const count =
      known.get(name) ?? new Set(categories.flatMap((one) => [...(sellers.get(one) ?? [])])).size
    known.set(name, count)
    return count
  }
}

export function regionOf(node: GraphNode | undefined): string | undefined {
  const region = node?.properties.region
  return typeof region === 'string' ? region : undefined
}

/** Counts as if so many shops more sold what everybody sells, so that few shops say little. */
const usual = 5

/** How much oftener than all shops those of a source sell what the ring sells. */
export interface Lift {
  /** log₂ of how much; 0 where nothing is known. */
  readonly bits: number
  readonly shops: number
}

/**
 * How the goods of a ring fit a source.
 *
 * @returns for the shops of one source, of which those of the ring are left out
 */
export function liftFor(
  categories: readonly string[],
  members: ReadonlySet<string>,
  { sellers, telling, sellersOf }: GoodsByPlace,
): (among: Iterable<string>) => Lift {
  const wanted = categories.flatMap((one) => sellers.get(one) ?? [])
  const share = sellersOf(categories) / Math.max(1, telling.size)
  return (among) => {
    const others = [...among].filter((shop) => telling.has(shop) && !members.has(shop))
    if (others.length === 0 || share === 0) return { bits: 0, shops: 0 }
    const own = others.filter((shop) => wanted.some((shops) => shops.has(shop))).length
    const bits = Math.log2((own + usual * share) / ((others.length + usual) * share))
    return { bits, shops: others.length }
  }
}

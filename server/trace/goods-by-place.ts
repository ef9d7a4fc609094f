import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { listOf } from './list-of.ts'

/** What shops sell by who is said to supply them. */
export interface GoodsByPlace {
  /** The goods of shops that say what they sell, as the place of their {@link Assortments}. */
  readonly goodsOf: ReadonlyMap<string, number>
  /** Which assortments hold one of several categories, and how many shops of the store sell one. */
  readonly sellersOf: (categories: readonly string[]) => Sellers
  /** Shops that factories of a region are said to supply, by region. */
  readonly suppliedFrom: ReadonlyMap<string, Source>
  /** Shops that a factory is said to supply. */
  readonly suppliedBy: ReadonlyMap<string, Source>
}

interface Sellers {
  /** By assortment, 1 where it holds one. */
  readonly sells: Uint8Array
  readonly shops: number
}

/** Where goods come from. It may supply a tenth of the store, so that its shops are counted once and not for every ring. */
interface Source {
  readonly shops: ReadonlySet<string>
  /** How many of them have each assortment. */
  readonly counts: readonly number[]
}

/** What some shop sells all together, each once: a store of a million shops knows a few hundred. */
type Assortments = readonly (readonly string[])[]

/** @param suppliedBy by factory, the shops that it is said to supply */
export function goodsByPlace(
  nodes: ReadonlyMap<string, GraphNode>,
  suppliedBy: ReadonlyMap<string, readonly string[]>,
): GoodsByPlace {
  const places = new Map<string, number>()
  const assortments: string[][] = []
  const goodsOf = new Map<string, number>()
  for (const node of nodes.values()) {
    const categories = node.kind === 'Shop' ? listOf(node, 'categories') : []
    if (categories.length === 0) continue
    const name = categories.toSorted(compareText).join('\n')
    const place = places.get(name) ?? places.size
    if (place === assortments.length) assortments.push([...categories])
    places.set(name, place)
    goodsOf.set(node.key, place)
  }
  return {
    goodsOf,
    sellersOf: countedOnce(assortments, countsOf(goodsOf.keys(), goodsOf)),
    suppliedFrom: sourcesOf(shopsByRegion(nodes, suppliedBy), goodsOf),
    suppliedBy: sourcesOf(suppliedBy, goodsOf),
  }
}

function shopsByRegion(
  nodes: ReadonlyMap<string, GraphNode>,
  suppliedBy: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const regions = new Map<string, Set<string>>()
  for (const [factory, shops] of suppliedBy) {
    const region = regionOf(nodes.get(factory))
    if (region === undefined) continue
    const all = regions.get(region) ?? new Set<string>()
    for (const shop of shops) all.add(shop)
    regions.set(region, all)
  }
  return regions
}

function sourcesOf(
  supplied: ReadonlyMap<string, Iterable<string>>,
  goodsOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, Source> {
  return new Map(
    Array.from(supplied, ([source, own]) => {
      const shops = new Set(own)
      return [source, { shops, counts: countsOf(shops, goodsOf) }]
    }),
  )
}

/** How many of the shops have each assortment; those that do not say what they sell are left out. */
function countsOf(shops: Iterable<string>, goodsOf: ReadonlyMap<string, number>): number[] {
  const counts: number[] = []
  for (const shop of shops) {
    const own = goodsOf.get(shop)
    if (own !== undefined) counts[own] = (counts[own] ?? 0) + 1
  }
  return counts
}

/** Rings that sell the same ask for the same sellers. */
function countedOnce(
  assortments: Assortments,
  counts: readonly number[],
): GoodsByPlace['sellersOf'] {
  const known = new Map<string, Sellers>()
  return (categories) => {
    const name = categories.toSorted(compareText).join('\n')
    const before = known.get(name)
    if (before !== undefined) return before
    const wanted = new Set(categories)
    const sells = Uint8Array.from(assortments, (own) =>
      own.some((one) => wanted.has(one)) ? 1 : 0,
    )
    const own = { sells, shops: sumOver(counts, (assortment) => sells[assortment] ?? 0) }
    known.set(name, own)
    return own
  }
}

function sumOver(counts: readonly number[], counted: (assortment: number) => number): number {
  return counts.reduce((sum, own, assortment) => sum + own * counted(assortment), 0)
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

/** How the goods of a ring fit sources, of whose shops those of the ring are left out. */
export interface Lifts {
  /** The shops that a factory is said to supply. */
  of(factory: string): Lift
  /** Those that the others of its region are; nothing where it has none. */
  around(region: string, factory: string): Lift
}

export function liftFor(
  categories: readonly string[],
  members: ReadonlySet<string>,
  { goodsOf, sellersOf, suppliedFrom, suppliedBy }: GoodsByPlace,
): Lifts {
  const { sells, shops } = sellersOf(categories)
  const share = shops / Math.max(1, goodsOf.size)
  const lift = (source: Source, without: Source): Lift => {
    const isIn = (shop: string) => source.shops.has(shop) && !without.shops.has(shop)
    const ring = [...members].filter(isIn).flatMap((shop) => goodsOf.get(shop) ?? [])
    const count = (counted: (assortment: number) => number) =>
      sumOver(source.counts, counted) -
      sumOver(without.counts, counted) -
      ring.reduce((sum, own) => sum + counted(own), 0)
    const others = count(() => 1)
    const own = count((assortment) => sells[assortment] ?? 0)
    if (others === 0 || share === 0) return { bits: 0, shops: 0 }
    const bits = Math.log2((own + usual * share) / ((others + usual) * share))
    return { bits, shops: others }
  }
  return {
    of: (factory) => lift(suppliedBy.get(factory) ?? nowhere, nowhere),
    around(region, factory) {
      const all = suppliedFrom.get(region)
      return all === undefined
        ? { bits: 0, shops: 0 }
        : lift(all, suppliedBy.get(factory) ?? nowhere)
    },
  }
}

const nowhere: Source = { shops: new Set(), counts: [] }

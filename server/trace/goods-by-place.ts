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
  readonly suppliedFrom: ReadonlyMap<string, Region>
  /** Shops that a factory is said to supply. */
  readonly suppliedBy: ReadonlyMap<string, readonly string[]>
}

interface Sellers {
  /** By assortment, 1 where it holds one. */
  readonly sells: Uint8Array
  readonly shops: number
}

interface Region {
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
    suppliedFrom: regionsOf(nodes, suppliedBy, goodsOf),
    suppliedBy,
  }
}

function regionsOf(
  nodes: ReadonlyMap<string, GraphNode>,
  suppliedBy: ReadonlyMap<string, readonly string[]>,
  goodsOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, Region> {
  const regions = new Map<string, Set<string>>()
  for (const [factory, shops] of suppliedBy) {
    const region = regionOf(nodes.get(factory))
    if (region === undefined) continue
    const all = regions.get(region) ?? new Set<string>()
    for (const shop of shops) all.add(shop)
    regions.set(region, all)
  }
  return new Map(
    Array.from(regions, ([region, shops]) => [region, { shops, counts: countsOf(shops, goodsOf) }]),
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
    const own = { sells, shops: sumOver(counts, sells) }
    known.set(name, own)
    return own
  }
}

function sumOver(counts: readonly number[], sells: Uint8Array): number {
  return sells.reduce((sum, own, place) => sum + own * (counts[place] ?? 0), 0)
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
  /** Shops of one source, each once. */
  of(shops: readonly string[]): Lift
  /** A region, without the shops of one of its sources. */
  around(region: string, without: readonly string[]): Lift
}

export function liftFor(
  categories: readonly string[],
  members: ReadonlySet<string>,
  { goodsOf, sellersOf, suppliedFrom }: GoodsByPlace,
): Lifts {
  const { sells, shops } = sellersOf(categories)
  const share = shops / Math.max(1, goodsOf.size)
  const lift = (others: number, own: number): Lift =>
    others === 0 || share === 0
      ? { bits: 0, shops: 0 }
      : { bits: Math.log2((own + usual * share) / ((others + usual) * share)), shops: others }
  return {
    of(among) {
      const told = among
        .filter((shop) => !members.has(shop))
        .flatMap((shop) => goodsOf.get(shop) ?? [])
      return lift(told.length, told.filter((own) => sells[own] === 1).length)
    },
    around(region, without) {
      const all = suppliedFrom.get(region)
      if (all === undefined) return lift(0, 0)
      // A region may hold a tenth of the store: what is left out is counted, and not what is left.
      const left = [...without, ...[...members].filter((shop) => !without.includes(shop))]
      const gone = left
        .filter((shop) => all.shops.has(shop))
        .flatMap((shop) => goodsOf.get(shop) ?? [])
      const told = all.counts.reduce((sum, own) => sum + own, 0) - gone.length
      return lift(told, sumOver(all.counts, sells) - gone.filter((own) => sells[own] === 1).length)
    },
  }
}

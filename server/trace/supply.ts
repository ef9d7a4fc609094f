import type { TraceStep } from '../domain/attribution.ts'
import { edgeWith } from '../domain/edge-with.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import type { ListingColumns } from '../linkage/catalogue/listing-columns.ts'
import type { SameFactories } from '../linkage/identities/same-factories.ts'
import type { SamePlaces } from '../linkage/identities/same-places.ts'
import { factoriesNamed } from './factories-named.ts'
import { type GoodsByPlace, goodsByPlace } from './goods-by-place.ts'
import { grouped } from './grouped.ts'
import { type Parcels, parcelsOf } from './parcels.ts'
import { personSteps } from './person-steps.ts'
import type { PlacesOf } from './places.ts'
import { sameAddressSteps } from './same-addresses.ts'
import { emptyWindows, type ShopWindows, shopWindows } from './shop-windows.ts'
import {
  contactsOfFactories,
  mergedSteps,
  type SupplyGraph,
  statedSteps,
  supplyGraph,
} from './supply-graph.ts'

/** What a trace reads of a store. */
export interface SupplyEvidence {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly edges: readonly GraphEdge[]
  /** Of kind `parcel` and `test_buy`; other kinds are passed over. */
  readonly records: readonly SourceRecord[]
  /** Which factory nodes are one factory; every node for itself when absent. */
  readonly factories?: SameFactories
  /** Which places and addresses on parcels are one place; every node for itself when absent. */
  readonly places?: SamePlaces
  /** What is said of places; nothing when absent. */
  readonly placesOf?: PlacesOf
  /** What shops offer; nothing when absent. */
  readonly listings?: ListingColumns | undefined
}

/** The same, found from every end; worked out once, however many rings are traced. */
export interface Supply {
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly parcels: Parcels
  /** As stated; what a parcel says counts only for the ring that sent it. */
  readonly graph: SupplyGraph
  /** Shops that use a node themselves: it supplies them, they ship from it, or they ship from an origin that is at it. */
  readonly usersOf: ReadonlyMap<string, ReadonlySet<string>>
  /** Shops that a first step leads from, by where it leads. */
  readonly shopsAt: ReadonlyMap<string, readonly string[]>
  readonly originsAt: ReadonlyMap<string, readonly string[]>
  /** Origins that a factory ships from and places that it is at. */
  readonly sitesOf: ReadonlyMap<string, readonly string[]>
  /** Things that are said to be at a place. */
  readonly placed: ReadonlySet<string>
  /** Factories by name as their records write it. */
  readonly factoriesNamed: ReadonlyMap<string, readonly string[]>
  readonly factories: SameFactories
  readonly placesOf: PlacesOf
  readonly windows: ShopWindows
  readonly goods: GoodsByPlace
  /** By statement that a factory supplies a shop, the first day that it holds for; absent where no source gives one. */
  readonly suppliedFrom: ReadonlyMap<string, IsoDate>
}

export function supplyOf({
  nodes,
  edges: said,
  records,
  factories = nobody,
  places = nobody,
  placesOf = () => [],
  listings,
}: SupplyEvidence): Supply {
  const edges = withOneNode(said, factories, places)
  const ofFactories = contactsOfFactories(edges)
  const stated = statedSteps(edges, ofFactories)
  const alike = sameAddressSteps(places, nodes, stated)
  const graph = supplyGraph(
    mergedSteps([...stated, ...alike, ...personSteps(edges, nodes, ofFactories)]),
  )
  const leaving = [...graph.fromShop.values()].flat()
  const shopsAt = farEnds(leaving, ({ to }) => to)
  const originsAt = farEnds([...graph.placesOf.values()].flat(), ({ to }) => to)
  return {
    nodes,
    parcels: parcelsOf(records),
    graph,
    usersOf: usersOf(shopsAt, originsAt),
    shopsAt,
    originsAt,
    sitesOf: grouped(
      [...graph.factoriesAt.values()].flat(),
      ({ from }) => from,
      ({ to }) => to,
    ),
    placed: new Set(edges.flatMap(({ from, type }) => (type === 'AT' ? [from] : []))),
    factoriesNamed: factoriesNamed(said, nodes, factories.standsFor),
    factories,
    placesOf,
    windows: listings === undefined ? emptyWindows : shopWindows(listings),
    goods: goodsByPlace(nodes, suppliedShops(graph)),
    suppliedFrom: suppliedFrom(edges),
  }
}

const nobody: SameFactories = { standsFor: new Map(), others: new Map() }

/** The same relations with one node for every factory and place, whichever of its nodes a source names; addresses on parcels stay as they were printed. */
function withOneNode(
  edges: readonly GraphEdge[],
  factories: SameFactories,
  places: SamePlaces,
): readonly GraphEdge[] {
  if (factories.standsFor.size + places.standsFor.size === 0) return edges
  const one = (key: string) =>
    factories.standsFor.get(key) ??
    (key.startsWith('place:') ? places.standsFor.get(key) : undefined) ??
    key
  return edges.map((edge) => {
    const [from, to] = [one(edge.from), one(edge.to)]
    return from === edge.from && to === edge.to ? edge : edgeWith(edge, { from, to })
  })
}

/** One text for "this factory supplies this shop". */
export function statementOf(shop: string, factory: string): string {
  return `${shop}\n${factory}`
}

/** By factory, the shops that it is said to supply. */
function suppliedShops({ fromShop }: SupplyGraph): ReadonlyMap<string, readonly string[]> {
  const said = [...fromShop.values()].flat().filter(({ relation }) => relation === 'SUPPLIED_BY')
  return farEnds(said, ({ to }) => to)
}

function suppliedFrom(edges: readonly GraphEdge[]): ReadonlyMap<string, IsoDate> {
  const from = new Map<string, IsoDate>()
  for (const { from: shop, type, to, firstSeen } of edges) {
    if (type !== 'SUPPLIED_BY' || firstSeen === undefined) continue
    const known = from.get(statementOf(shop, to))
    if (known === undefined || firstSeen < known) from.set(statementOf(shop, to), firstSeen)
  }
  return from
}

function farEnds(
  steps: readonly TraceStep[],
  keyOf: (step: TraceStep) => string,
): ReadonlyMap<string, readonly string[]> {
  return grouped(steps, keyOf, ({ from }) => from)
}

function usersOf(
  shopsAt: ReadonlyMap<string, readonly string[]>,
  originsAt: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Set([...shopsAt.keys(), ...originsAt.keys()])
  const users = (key: string) =>
    [key, ...(originsAt.get(key) ?? [])].flatMap((at) => shopsAt.get(at) ?? [])
  return new Map(Array.from(keys, (key) => [key, new Set(users(key))]))
}

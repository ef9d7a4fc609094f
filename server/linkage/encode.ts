import { compareText } from '../domain/canonical.ts'
import { mapped } from '../domain/columns/large-arrays.ts'
import type { Genericness, GenericRuling } from '../domain/generic.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Channel } from '../domain/link.ts'
import { catalogueColumns } from './catalogue/catalogue.ts'
import type { ListingColumns } from './catalogue/listing-columns.ts'
import type { TokenColumn } from './catalogue/token-column.ts'
import type { ChannelRule, Level } from './channel.ts'
import { channelValues } from './channel-values.ts'
import { channelTable } from './channels/table.ts'
import { type HeldDays, heldDaysBuilder, livesOf, type Spans } from './held-days.ts'
import { at, type KeyColumn, type KeyColumnBuilder, keyColumnBuilder } from './key-column.ts'
import { type Layout, layoutOf } from './layout.ts'
import { populationOf } from './rarity.ts'
import { standingRulings } from './rulings.ts'
import { type ShopValues, unknownValues } from './shop-values.ts'

/** The observed graph, or as much of it as speaks of shops, and what the shops offer. */
export interface ObservedGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Absent where nobody asked for them. */
  readonly listings?: ListingColumns | undefined
  /** What people say of values; absent where nobody said anything. */
  readonly rulings?: readonly GenericRuling[] | undefined
}

/** The keys of one rank of agreement, with what each is worth. */
export interface RankColumn extends KeyColumn {
  readonly level: Level
  /** How many groups of holders have a key, by code; every shop is a group until they are put together. */
  readonly groups: Int32Array
  /** How many of them can be told apart, by code. */
  readonly apart: Float64Array
  /** 1 / (holders beyond the first, at least one), by code; {@link generic} when so many hold it that it says nothing. */
  readonly worth: Float64Array
  /** Of keys that say nothing, since when and why, by code; absent until shops are put together. */
  readonly generics?: ReadonlyMap<number, Genericness>
}

/** The worth of a key that says nothing about identity. */
export const generic = -1

/** One channel of all shops. */
export interface ChannelColumn {
  readonly rule: ChannelRule
  readonly layout: Layout
  /** 1 where the shop has a value in this channel. */
  readonly known: Uint8Array
  readonly ranks: readonly RankColumn[]
  /** The ranks with the values in them that say nothing, where these were taken out. */
  readonly whole?: readonly RankColumn[]
  readonly values: ShopValues
  /** When each of them was seen; absent where the channel is read from listings. */
  readonly held: HeldDays | undefined
  readonly lives: Spans
  readonly population: number
  /** Where the channel is read from listings. */
  readonly tokens: TokenColumn | undefined
}

/** The evidence as columns of numbers, by place in `shops`. */
export interface Encoded {
  /** Sorted by key. */
  readonly shops: readonly GraphNode[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly population: number
  readonly columns: readonly ChannelColumn[]
  /** What people say of values, by key of their node. */
  readonly rulings: ReadonlyMap<string, GenericRuling>
}

/** Whether all is read, or only what a buyer can see: no account, device, number or network. */
export type View = 'full' | 'public'

/** Turns the graph into columns: same graph, same columns, whatever order its rows came in. Nothing is known in the channel `without`. */
export function encode(graph: ObservedGraph, view: View = 'full', without?: Channel): Encoded {
  const shops = graph.nodes
    .filter(({ kind }) => kind === 'Shop')
    .toSorted((a, b) => compareText(a.key, b.key))
  const placeOf = new Map(shops.map(({ key }, place) => [key, place]))
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]))
  const edgesByType = groupByType(graph.edges)
  const catalogue = graph.listings && catalogueColumns(graph.listings, placeOf, shops.length)
  const seen = ({ hidden, channel }: ChannelRule) =>
    channel !== without && (view === 'full' || hidden !== true)
  const unseen = unknownValues(shops.length)
  const store = { lives: livesOf(shops), population: populationOf(shops.length) }
  const resolves = view === 'full' && without !== 'id_number'
  const { listings } = graph
  const valuesOf = channelValues({ shops, placeOf, nodes, edgesByType, listings, resolves })
  const columns = channelTable.map((rule) =>
    rule.catalogue === undefined
      ? keyChannel(rule, store, seen(rule) ? valuesOf(rule) : unseen)
      : tokenChannel(rule, store, seen(rule) ? catalogue?.[rule.catalogue] : undefined),
  )
  const rulings = standingRulings(graph.rulings ?? [])
  return { shops, placeOf, population: store.population, columns, rulings }
}

/** What a key is worth by its holders; see {@link RankColumn}. */
export function worthOf(level: Level, groups: Int32Array, apart: Float64Array): Float64Array {
  return mapped(apart, (own, code) =>
    level.genericFrom <= at(groups, code) ? generic : 1 / Math.max(1, own - 1),
  )
}

/** What every channel is told of the store. */
type Store = Pick<ChannelColumn, 'lives' | 'population'>

function keyChannel(rule: ChannelRule, store: Store, values: ShopValues): ChannelColumn {
  const known = new Uint8Array(values.shops)
  const builders = rule.levels.map(() => keyColumnBuilder(values.shops))
  const days = heldDaysBuilder(store.lives)
  for (let shop = 0; shop < values.shops; shop++) {
    const own = values.of(shop)
    for (const value of own) if (meetKeys(builders, rule.keys(value))) known[shop] = 1
    for (const builder of builders) builder.nextShop()
    days.add(own)
  }
  const ranks = rule.levels.map((level, rank) =>
    rankColumn(level, (builders[rank] as KeyColumnBuilder).taken()),
  )
  const held = days.taken()
  return { ...store, rule, layout: layoutOf(rule), known, ranks, values, held, tokens: undefined }
}

/** Hands every rank its keys of one value; false where the value says nothing. */
function meetKeys(
  builders: readonly KeyColumnBuilder[],
  lists: readonly (readonly string[])[] = [],
): boolean {
  for (const [rank, keys] of lists.entries()) for (const key of keys) builders[rank]?.meet(key)
  return 0 < lists.length
}

/** Nothing is known of a shop without listings. */
function tokenChannel(
  rule: ChannelRule,
  store: Store,
  tokens: TokenColumn | undefined,
): ChannelColumn {
  const shops = store.lives.first.length
  const column = tokens ?? { starts: new Int32Array(shops + 1), codes: none, holders: none }
  const known = Uint8Array.from({ length: shops }, (_, shop) =>
    tokens !== undefined && 0 < at(tokens.sizes, shop) ? 1 : 0,
  )
  const ranks = rule.levels.map((level) => rankColumn(level, { ...column, texts: [], alone: 0 }))
  return {
    ...store,
    rule,
    layout: layoutOf(rule),
    known,
    ranks,
    values: unknownValues(shops),
    held: undefined,
    tokens,
  }
}

const none = new Int32Array(0)

function rankColumn(level: Level, column: KeyColumn): RankColumn {
  const apart = Float64Array.from(column.holders)
  return {
    ...column,
    level,
    groups: column.holders,
    apart,
    worth: worthOf(level, column.holders, apart),
  }
}

function groupByType(edges: readonly GraphEdge[]): ReadonlyMap<string, readonly GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    const group = groups.get(edge.type)
    if (group === undefined) groups.set(edge.type, [edge])
    else group.push(edge)
  }
  return groups
}

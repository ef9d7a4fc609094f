import { compareText } from '../domain/canonical.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { ChannelRule, Level, ShopValue } from './channel.ts'
import { channelTable } from './channels/table.ts'
import { type KeyColumn, keyColumn } from './key-column.ts'
import { bitsOfSharing, populationOf } from './rarity.ts'
import { shopValues } from './shop-values.ts'

/** The observed graph, or as much of it as speaks of shops. */
export interface ObservedGraph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** The keys of one level, with what each is worth. */
export interface LevelColumn extends KeyColumn {
  readonly level: Level
  /** How many groups of holders have a key, by code; every shop is a group until they are put together. */
  readonly groups: Int32Array
  /** How many of them can be told apart, by code. */
  readonly apart: Float64Array
  /** What sharing a key is worth, by code; 0 when it is generic. */
  readonly bits: Float64Array
}

/** One channel of all shops. */
export interface ChannelColumn {
  readonly rule: ChannelRule
  /** 1 where the shop has a value in this channel. */
  readonly known: Uint8Array
  readonly levels: readonly LevelColumn[]
  /** What it is worth that both have values and no level agrees; below 0. */
  readonly differBits: { readonly inSequence: number; readonly together: number }
  readonly values: readonly (readonly ShopValue[])[]
}

/** The evidence as columns of numbers, by place in `shops`. */
export interface Encoded {
  /** Sorted by key. */
  readonly shops: readonly GraphNode[]
  readonly placeOf: ReadonlyMap<string, number>
  readonly population: number
  readonly columns: readonly ChannelColumn[]
}

/** Turns the graph into columns: same graph, same columns, whatever order its rows came in. */
export function encode(graph: ObservedGraph): Encoded {
  const shops = graph.nodes
    .filter(({ kind }) => kind === 'Shop')
    .toSorted((a, b) => compareText(a.key, b.key))
  const placeOf = new Map(shops.map(({ key }, place) => [key, place]))
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]))
  const edgesByType = groupByType(graph.edges)
  const population = populationOf(shops.length)
  const columns = channelTable.map((rule) =>
    encodeChannel(rule, shopValues(rule, shops, edgesByType, nodes, placeOf), population),
  )
  return { shops, placeOf, population, columns }
}

function encodeChannel(
  rule: ChannelRule,
  values: readonly (readonly ShopValue[])[],
  population: number,
): ChannelColumn {
  const keys = values.map((own) => own.flatMap((value) => [rule.keys(value) ?? []]))
  const known = Uint8Array.from(keys, (own) => (own.some((lists) => 0 < lists.length) ? 1 : 0))
  const levels = rule.levels.map((level, rank): LevelColumn => {
    const column = keyColumn(keys.map((own) => own.flatMap((lists) => lists[rank] ?? [])))
    const bits = Float64Array.from(column.holders, (n) =>
      level.genericFrom <= n ? 0 : bitsOfSharing(level, n, population),
    )
    const apart = Float64Array.from(column.holders)
    return { ...column, level, groups: column.holders, apart, bits }
  })
  const { inSequence, together } = rule.differ
  const differBits = { inSequence: Math.log2(inSequence), together: Math.log2(together) }
  return { rule, known, levels, differBits, values }
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

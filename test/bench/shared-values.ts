import { compareText } from '../../server/domain/canonical.ts'
import type { EdgeType, GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { eachListing } from '../../server/linkage/catalogue/listing-rows.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'

/** A value that two shops or more have. */
export interface SharedValue {
  readonly channel: string
  /** Sorted. */
  readonly holders: readonly string[]
}

/** Edges whose far end is something that a shop has. */
const carriers: readonly EdgeType[] = [
  'REGISTERED_TO',
  'REACHED_AT',
  'PAID_INTO',
  'SHIPS_FROM',
  'SUPPLIED_BY',
]

/** The exact values that shops share, sorted by value: nodes, names of registrants, and what the listings show where there are any. */
export function sharedValues({ nodes, edges, listings }: Evidence): SharedValue[] {
  const named = new Map(nodes.map((node) => [node.key, node]))
  const holders = new Map<string, Map<string, Set<string>>>()
  const hold = (shop: string, channel: string, value: string) => {
    if (named.get(shop)?.kind !== 'Shop') return
    const values = holders.get(channel) ?? new Map<string, Set<string>>()
    holders.set(channel, values.set(value, (values.get(value) ?? new Set()).add(shop)))
  }
  for (const edge of edges) {
    if (!carriers.includes(edge.type)) continue
    hold(edge.from, channelOf(edge), edge.to)
    if (edge.type === 'REGISTERED_TO') hold(edge.from, 'name', nameOf(edge, named))
  }
  for (const { shop, title = '', images } of listings === undefined ? [] : eachListing(listings)) {
    for (const image of images) hold(shop, 'images', image)
    for (const word of title.toLowerCase().split(/\s+/u)) hold(shop, 'titles', word)
  }
  return [...holders].flatMap(([channel, values]) =>
    [...values]
      .filter(([value, own]) => value !== '' && 1 < own.size)
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([, own]) => ({ channel, holders: [...own].toSorted(compareText) })),
  )
}

/** Contacts of each kind are a channel of their own: `contact:phone`, `contact:email`. */
function channelOf({ type, to }: GraphEdge): string {
  return type === 'REACHED_AT' ? to.slice(0, to.indexOf('/')) : type
}

function nameOf(edge: GraphEdge, nodes: ReadonlyMap<string, GraphNode>): string {
  const name = edge.properties.name ?? nodes.get(edge.to)?.name ?? ''
  return String(name).toLowerCase()
}

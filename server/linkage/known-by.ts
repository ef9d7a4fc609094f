import { edgeWith } from '../domain/edge-with.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { type Life, lifeBy } from '../domain/life.ts'
import type { IsoDate } from '../domain/units.ts'
import { listingColumns } from './catalogue/build-listings.ts'
import type { ListingColumns } from './catalogue/listing-columns.ts'
import { eachListing } from './catalogue/listing-rows.ts'
import { textOf } from './catalogue/text-pool.ts'
import type { ObservedGraph } from './encode.ts'

/**
 * As much of the graph as could have been known on a day: relations and listings seen by then, of shops that had begun by then, and as much of their lives as had happened. A shop that
 * had not begun stays, with nothing known of it. What bears no date counts as known from the start of its shop, and a last sighting after the day as one on it.
 */
export function knownBy<T extends ObservedGraph>(graph: T, day: IsoDate): T {
  const { nodes, edges, listings } = graph
  const unborn = new Set(
    nodes.flatMap((node) =>
      node.kind === 'Shop' && isLater(beginningOf(node), day) ? [node.key] : [],
    ),
  )
  const isKnown = ({ from, to, firstSeen }: GraphEdge) =>
    !isLater(firstSeen, day) && !unborn.has(from) && !unborn.has(to)
  const told = edges.some((edge) => isLater(edge.lastSeen, day) || !isKnown(edge))
  const lived = nodes.some(({ lives }) => lives.some((life) => goesOnAfter(life, day)))
  return {
    ...graph,
    ...(lived && { nodes: nodes.map((node) => livedBy(node, day)) }),
    ...(told && { edges: edges.filter(isKnown).map((edge) => seenBy(edge, day)) }),
    ...(listings &&
      hasLater(listings, unborn, day) && { listings: without(listings, unborn, day) }),
  }
}

function isLater(date: IsoDate | undefined, day: IsoDate): boolean {
  return date !== undefined && day < date
}

function goesOnAfter({ from, to }: Life, day: IsoDate): boolean {
  return isLater(from, day) || isLater(to, day)
}

/** Field by field, as a packed node has nothing of its own that could be spread. */
function livedBy(node: GraphNode, day: IsoDate): GraphNode {
  if (!node.lives.some((life) => goesOnAfter(life, day))) return node
  const { key, kind, name, properties, firstSeen, lastSeen, records } = node
  const lives = node.lives.flatMap((life) => lifeBy(life, day) ?? [])
  const seen = { ...(firstSeen && { firstSeen }), ...(lastSeen && { lastSeen }) }
  return { key, kind, name, properties, lives, ...seen, records }
}

/** The first that is heard of a shop. */
function beginningOf({ lives, firstSeen }: ObservedGraph['nodes'][number]): IsoDate | undefined {
  const opened = lives[0]?.from
  if (opened === undefined || firstSeen === undefined) return opened ?? firstSeen
  return opened < firstSeen ? opened : firstSeen
}

function seenBy(edge: GraphEdge, day: IsoDate): GraphEdge {
  return isLater(edge.lastSeen, day) ? edgeWith(edge, { lastSeen: day }) : edge
}

/** Days are few and listings many, so that the days tell whether the listings have to be gone through. */
function hasLater({ shops, days }: ListingColumns, unborn: ReadonlySet<string>, day: IsoDate) {
  const { texts } = days
  for (let code = 0; code < texts.starts.length - 1; code++)
    if (isLater(textOf(texts, code) as IsoDate, day)) return true
  return shops.some((shop) => unborn.has(shop))
}

function without(
  listings: ListingColumns,
  unborn: ReadonlySet<string>,
  day: IsoDate,
): ListingColumns {
  const known = [...eachListing(listings)].filter(
    ({ shop, seenOn }) => !unborn.has(shop) && !isLater(seenOn, day),
  )
  return listingColumns(known)
}

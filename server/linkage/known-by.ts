import { edgeWith } from '../domain/edge-with.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { IsoDate } from '../domain/units.ts'
import { listingColumns } from './catalogue/build-listings.ts'
import type { ListingColumns } from './catalogue/listing-columns.ts'
import { eachListing } from './catalogue/listing-rows.ts'
import { textOf } from './catalogue/text-pool.ts'
import type { ObservedGraph } from './encode.ts'

/**
 * As much of the graph as could have been known on a day: relations and listings seen by then, of shops that had begun by then. A shop that had not stays, with
 * nothing known of it. What bears no date counts as known from the start of its shop, and a last sighting after the day as one on it.
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
  return {
    ...graph,
    ...(told && { edges: edges.filter(isKnown).map((edge) => seenBy(edge, day)) }),
    ...(listings &&
      hasLater(listings, unborn, day) && { listings: without(listings, unborn, day) }),
  }
}

function isLater(date: IsoDate | undefined, day: IsoDate): boolean {
  return date !== undefined && day < date
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

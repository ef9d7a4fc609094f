import { compareText } from '../../domain/canonical.ts'
import type { EdgeType, GraphEdge, GraphNode } from '../../domain/graph.ts'
import type { GraphReads, Runs } from '../../store/port.ts'
import { collect } from '../collect.ts'
import { linkMinimum } from '../thresholds.ts'
import {
  type Fragment,
  growingFragment,
  growingOutline,
  hopsFrom,
  type Outline,
} from './fragment.ts'
import { givesWay } from './give-way.ts'
import { ofEdge, ofLink, overlap, type Relation, type Span, spanOf } from './relation.ts'

/** What a search may read. */
export interface Reading {
  readonly from: GraphNode
  readonly to: GraphNode
  readonly maxHops: number
  readonly types: ReadonlySet<EdgeType> | undefined
  /** The run whose links are walked too; undefined: observed relations alone. */
  readonly run: number | undefined
  readonly window: Span
  /** Nodes whose relations are read, or counted and found too many. */
  readonly nodesBudget: number
  /** A node with more relations than that is read last, if at all. */
  readonly hubFrom: number
  /** Relations that are read at most, over all nodes. */
  readonly relationsBudget: number
}

export interface Read {
  readonly fragment: Fragment
  readonly nodesRead: number
  readonly complete: boolean
  readonly unread: readonly { readonly key: string; readonly relations: number }[]
}

/**
 * Follows keys alone from both ends at once, nearest nodes first, half the hops from each: whatever way there is within the hops lies in
 * what was followed, and of that only the relations that lie on such a way are read. A hub is met from its other sides without being read itself; hubs are read last, smallest first, while the
 * budget lasts, and what was not read is said.
 */
export async function readFragment(store: GraphReads & Runs, reading: Reading): Promise<Read> {
  const outline = growingOutline()
  const links: Relation[] = []
  const queue = frontier(outline, reading)
  const hubs = new Map<string, number>()
  const read = new Set<string>()
  const breathe = givesWay()
  let relations = 0
  const spend = async (key: string, count: number) => {
    relations += count
    const others = await keysAround(store, key, reading)
    outline.join(...others.map((other) => ({ from: key, to: other })))
    read.add(key)
    await breathe()
  }
  for (;;) {
    const room = reading.nodesBudget - read.size - hubs.size
    const batch = queue.nearest(new Set([...read, ...hubs.keys()])).slice(0, Math.max(0, room))
    const counted = await store.relationCounts(batch, reading.types && [...reading.types])
    const met = await linksOf(store, batch, reading.run)
    links.push(...met)
    outline.join(...met)
    for (const key of batch) {
      const count = counted.get(key) ?? 0
      const fits = relations + count <= reading.relationsBudget
      if (count <= reading.hubFrom && fits) await spend(key, count)
      else hubs.set(key, count)
    }
    if (0 < batch.length) continue
    const hub = smallest(hubs, reading.relationsBudget - relations)
    if (hub === undefined) break
    hubs.delete(hub[0])
    await spend(...hub)
  }
  const left = queue.nearest(new Set([...read, ...hubs.keys()]))
  const unread = [...hubs].map(([key, count]) => ({ key, relations: count }))
  return {
    fragment: await readWays(store, { outline, links, read, reading }),
    nodesRead: read.size + unread.length,
    complete: left.length + unread.length === 0,
    unread: unread.toSorted((a, b) => b.relations - a.relations || (a.key < b.key ? -1 : 1)),
  }
}

/** The hub with the fewest relations, where it has no more than there is room for. */
function smallest(hubs: ReadonlyMap<string, number>, room: number): [string, number] | undefined {
  const [hub] = [...hubs].toSorted(([, a], [, b]) => a - b)
  return hub !== undefined && hub[1] <= room ? hub : undefined
}

/** Which nodes are to be read: those so near to one end that a way can lead on from them. */
function frontier(outline: Outline, { from, to, maxHops }: Reading) {
  const sides = [
    { start: from.key, most: Math.ceil(maxHops / 2) },
    { start: to.key, most: Math.floor(maxHops / 2) },
  ]
  return {
    /** All that are equally near and not done, none nearer; sorted. */
    nearest(done: ReadonlySet<string>): readonly string[] {
      const waiting = [...nearestTo(outline, sides)].filter(([key]) => !done.has(key))
      const least = waiting.reduce((hops, [, own]) => Math.min(hops, own), Number.POSITIVE_INFINITY)
      return waiting.flatMap(([key, hops]) => (hops === least ? [key] : [])).toSorted(compareText)
    },
  }
}

/** Hops to the nearer end, of every node from which a way can lead on. */
function nearestTo(
  outline: Outline,
  sides: readonly { readonly start: string; readonly most: number }[],
): ReadonlyMap<string, number> {
  const nearest = new Map<string, number>()
  for (const { start, most } of sides.filter((side) => 0 < side.most)) {
    for (const [key, hops] of hopsFrom(outline, start, most - 1)) {
      nearest.set(key, Math.min(hops, nearest.get(key) ?? hops))
    }
  }
  return nearest
}

function keysAround(
  store: GraphReads,
  key: string,
  { types, window }: Reading,
): Promise<readonly string[]> {
  return store.neighbourKeys(key, { types: types && [...types], ...window })
}

/** Nodes whose relations are read at a time. */
const startsAtOnce = 500

interface Followed {
  readonly outline: Outline
  readonly links: readonly Relation[]
  /** Nodes whose relations were followed; between two others none was. */
  readonly read: ReadonlySet<string>
  readonly reading: Reading
}

/** Relations on ways between the ends that are within the hops. */
async function readWays(
  store: GraphReads,
  { outline, links, read, reading }: Followed,
): Promise<Fragment> {
  const { from, to, maxHops, types, window } = reading
  const far = hopsFrom(outline, to.key, maxHops)
  const onWay = [...hopsFrom(outline, from.key, maxHops)].flatMap(([key, hops]) =>
    hops + (far.get(key) ?? maxHops + 1) <= maxHops ? [key] : [],
  )
  const fragment = growingFragment()
  const isWanted = ({ from: start, to: end, type }: GraphEdge) =>
    (read.has(start) || read.has(end)) && (types === undefined || types.has(type))
  const breathe = givesWay()
  for (let start = 0; start < onWay.length; start += startsAtOnce) {
    const edges = await store.edgesAmong(onWay, onWay.slice(start, start + startsAtOnce))
    const relations = edges.filter(isWanted).map(ofEdge)
    for (const relation of relations) if (isAlive(relation, window)) fragment.add(relation)
    await breathe()
  }
  const ends = new Set(onWay)
  for (const link of links) if (ends.has(link.from) && ends.has(link.to)) fragment.add(link)
  return fragment
}

async function linksOf(
  store: Runs,
  keys: readonly string[],
  run: number | undefined,
): Promise<readonly Relation[]> {
  const shops = keys.filter((key) => key.startsWith('shop:'))
  if (run === undefined || shops.length === 0) return []
  return (await collect(store.links(run, { shops, minProbability: linkMinimum }))).map(ofLink)
}

function isAlive(relation: Relation, window: Span): boolean {
  return overlap(spanOf(relation), window) !== undefined
}

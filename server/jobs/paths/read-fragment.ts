import type { EdgeType, GraphNode } from '../../domain/graph.ts'
import type { GraphReads, NeighbourCount, Runs } from '../../store/port.ts'
import { collect } from '../collect.ts'
import { linkMinimum } from '../thresholds.ts'
import { type Fragment, type GrowingFragment, growingFragment, hopsFrom } from './fragment.ts'
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

const atOnce = 16

/**
 * Reads from both ends at once, nearest nodes first, half the hops from each: whatever way there is within the hops lies in
 * what was read. A hub is met from its other sides without being read itself; hubs are read last, smallest first, while the
 * budget lasts, and what was not read is said.
 */
export async function readFragment(store: GraphReads & Runs, reading: Reading): Promise<Read> {
  const fragment = growingFragment()
  const queue = frontier(fragment, reading)
  const hubs = new Map<string, readonly NeighbourCount[]>()
  const read = new Set<string>()
  const breathe = givesWay()
  let relations = 0
  const spend = async (key: string, counts: readonly NeighbourCount[]) => {
    relations += total(counts)
    await readNode(store, fragment, { key, types: reading.types, window: reading.window })
    read.add(key)
    await breathe()
  }
  for (;;) {
    const room = reading.nodesBudget - read.size - hubs.size
    const batch = queue
      .waiting(new Set([...read, ...hubs.keys()]))
      .slice(0, Math.max(0, Math.min(atOnce, room)))
    const counted = await Promise.all(
      batch.map(async (key) => ({ key, counts: await countsOf(store, key, reading) })),
    )
    await readLinks(store, fragment, batch, reading.run)
    for (const { key, counts } of counted) {
      const fits = relations + total(counts) <= reading.relationsBudget
      if (total(counts) <= reading.hubFrom && fits) await spend(key, counts)
      else hubs.set(key, counts)
    }
    if (0 < batch.length) continue
    const [hub] = [...hubs].toSorted(([, a], [, b]) => total(a) - total(b))
    if (hub === undefined || reading.relationsBudget < relations + total(hub[1])) break
    hubs.delete(hub[0])
    await spend(...hub)
  }
  const left = queue.waiting(new Set([...read, ...hubs.keys()]))
  const unread = [...hubs].map(([key, counts]) => ({ key, relations: total(counts) }))
  return {
    fragment,
    nodesRead: read.size + unread.length,
    complete: left.length + unread.length === 0,
    unread: unread.toSorted((a, b) => b.relations - a.relations || (a.key < b.key ? -1 : 1)),
  }
}

/** Which nodes are to be read: those so near to one end that a way can lead on from them. */
function frontier(fragment: GrowingFragment, { from, to, maxHops }: Reading) {
  const sides = [
    { start: from.key, most: Math.ceil(maxHops / 2) },
    { start: to.key, most: Math.floor(maxHops / 2) },
  ]
  return {
    waiting: (done: ReadonlySet<string>): readonly string[] =>
      [...nearestTo(fragment, sides)]
        .filter(([key]) => !done.has(key))
        .toSorted(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
        .map(([key]) => key),
  }
}

/** Hops to the nearer end, of every node from which a way can lead on. */
function nearestTo(
  fragment: Fragment,
  sides: readonly { readonly start: string; readonly most: number }[],
): ReadonlyMap<string, number> {
  const nearest = new Map<string, number>()
  for (const { start, most } of sides.filter((side) => 0 < side.most)) {
    for (const [key, hops] of hopsFrom(fragment, start, most - 1)) {
      nearest.set(key, Math.min(hops, nearest.get(key) ?? hops))
    }
  }
  return nearest
}

async function countsOf(
  store: GraphReads,
  key: string,
  { types }: Reading,
): Promise<readonly NeighbourCount[]> {
  const counts = await store.neighbourCounts(key)
  return types === undefined ? counts : counts.filter(({ type }) => types.has(type))
}

async function readNode(
  store: GraphReads,
  fragment: GrowingFragment,
  { key, types, window }: { readonly key: string } & Pick<Reading, 'types' | 'window'>,
): Promise<void> {
  const edges = await store.relationsOf(key, types && [...types])
  for (const edge of edges) {
    const relation = ofEdge(edge)
    if (isAlive(relation, window)) fragment.add(relation)
  }
}

async function readLinks(
  store: Runs,
  fragment: GrowingFragment,
  keys: readonly string[],
  run: number | undefined,
): Promise<void> {
  const shops = keys.filter((key) => key.startsWith('shop:'))
  if (run === undefined || shops.length === 0) return
  const links = await collect(store.links(run, { shops, minProbability: linkMinimum }))
  for (const link of links) fragment.add(ofLink(link))
}

function isAlive(relation: Relation, window: Span): boolean {
  return overlap(spanOf(relation), window) !== undefined
}

function total(counts: readonly NeighbourCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

import type { Runs } from '../../store/port.ts'
import type { Walk, WalkReads } from '../../store/walk-reads.ts'
import { givesWay } from '../give-way.ts'
import { ownLinks } from '../own-links.ts'
import { type Frontier, frontierOf } from './frontier.ts'
import { growingOutline, type Outline } from './outline.ts'
import type { Reading } from './reading.ts'
import { idOf, ofLink, type Relation } from './relation.ts'
import { type Counted, spendingOf } from './spending.ts'

export interface Followed {
  readonly outline: Outline
  readonly walk: Walk
  /** Each once. */
  readonly links: readonly Relation[]
  readonly nodesRead: number
  readonly complete: boolean
  readonly unread: readonly { readonly key: string; readonly relations: number }[]
}

/**
 * Follows keys alone from both ends at once, nearest nodes first, half the hops from each: whatever way there is within the hops lies in
 * what was followed. A hub is met from its other sides without being read itself; hubs are read last, smallest first, while the
 * budget lasts, and what was not read is said.
 */
export async function followKeys(
  store: Pick<WalkReads, 'walk' | 'relationCounts'> & Pick<Runs, 'links'>,
  reading: Reading,
): Promise<Followed> {
  const types = reading.types && [...reading.types]
  const outline = growingOutline()
  const queue = frontierIn(outline, reading)
  const links = new Map<string, Relation>()
  const spending = spendingOf(reading)
  const walk = store.walk({ types, ...reading.window })
  const follow = followed(walk, { outline, queue })
  for (;;) {
    const batch = queue.nearest().slice(0, spending.room())
    const keys = batch.map(outline.keyOf)
    const counted = await store.relationCounts(keys, types)
    for (const link of await linksOf(store, keys, reading.run)) {
      links.set(idOf(link), link)
      queue.join(outline.numberOf(link.from), outline.numberOf(link.to))
    }
    for (const node of batch) queue.done(node)
    const counts = batch.map((node) => ({ node, count: counted.get(outline.keyOf(node)) ?? 0 }))
    await follow(spending.take(counts))
    if (0 < batch.length) continue
    const hub = spending.takeHub()
    if (hub === undefined) break
    await follow([hub])
  }
  const unread = spending
    .hubs()
    .map(({ node, count }) => ({ key: outline.keyOf(node), relations: count }))
  return {
    ...{ outline, walk, links: [...links.values()] },
    nodesRead: spending.nodes(),
    complete: queue.nearest().length + unread.length === 0,
    unread: unread.toSorted((a, b) => b.relations - a.relations || (a.key < b.key ? -1 : 1)),
  }
}

function frontierIn(outline: Outline, { from, to, maxHops }: Reading): Frontier {
  return frontierOf(outline, [
    { start: outline.numberOf(from.key), most: Math.ceil(maxHops / 2) },
    { start: outline.numberOf(to.key), most: Math.floor(maxHops / 2) },
  ])
}

/** Relations that are followed at a time, so that nobody else waits long; a single node may have more. */
const relationsAtOnce = 2_000

/** Follows the relations of nodes, of many at a time. */
function followed(
  walk: Walk,
  { outline, queue }: { readonly outline: Outline; readonly queue: Frontier },
) {
  const breathe = givesWay()
  return async (nodes: readonly Counted[]) => {
    for (const some of inLots(nodes)) {
      const keys = some.map(outline.keyOf)
      const others = await walk.around(keys)
      for (const [place, node] of some.entries()) {
        for (const key of others.get(keys[place] ?? '') ?? [])
          queue.join(node, outline.numberOf(key))
      }
      await breathe()
    }
  }
}

function* inLots(nodes: readonly Counted[]): Generator<number[]> {
  let lot: number[] = []
  let relations = 0
  for (const { node, count } of nodes) {
    if (0 < lot.length && relationsAtOnce < relations + count) {
      yield lot
      lot = []
      relations = 0
    }
    lot.push(node)
    relations += count
  }
  if (0 < lot.length) yield lot
}

async function linksOf(
  store: Pick<Runs, 'links'>,
  keys: readonly string[],
  run: number | undefined,
): Promise<readonly Relation[]> {
  const shops = keys.filter((key) => key.startsWith('shop:'))
  if (run === undefined || shops.length === 0) return []
  return (await ownLinks(store, run, shops)).map(ofLink)
}

import { join } from 'node:path'

import { compareText } from '../../server/domain/canonical.ts'
import type { BareEdge, BareNode } from '../../server/domain/graph.ts'
import { findPaths } from '../../server/jobs/paths.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import {
  type BenchFigures,
  figuresAlone,
  peakMegabytes,
  printAlone,
  printFigures,
  timed,
} from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { loadWorld, writeWorld } from './bench-world.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { percentile } from './percentile.ts'
import { type Asked, sampleOf } from './store-sample.ts'

const seed = 101
const usualShops = 100_000

/** How many questions of a kind are asked; the first tenth again of as many is asked before, and not counted. */
const questions = { points: 2_000, neighbours: 500, hops: 300, paths: 100, searches: 200 } as const

/** What a page of the explorer takes. */
const pageSize = 50
const searchPage = 20
const expandedAtOnce = 40
const hopNodes = 200
const hopsPerNode = 100

/**
 * How long reads of an embedded store take, each by itself and the middle of many: on a generated world of `--shops N` (100,000 unless said), or on a store
 * that is there already, `--input FOLDER`. Questions are drawn by a seed, from all nodes, values and names alike.
 */
export async function measureStore({ shops, input, typed }: BenchOptions): Promise<void> {
  if (input !== '') return printFigures(`store, ${input}`, figuresAlone('store-alone', input))
  const wanted = typed.some((word) => word.startsWith('--shops')) ? shops : usualShops
  await inTemporaryFolder(async (folder) => {
    const store = join(folder, 'store')
    writeWorld(join(folder, 'world'), wanted)
    const { wall } = timed(() => loadWorld(join(folder, 'world'), store))
    const own = figuresAlone('store-alone', store)
    printFigures(`store, ${wanted} shops`, { loading: [wall, 'seconds'], ...own })
  })
}

/** The reads alone, on a store that is filled. */
export async function storeAlone({ input }: BenchOptions): Promise<void> {
  const asked = await sampleOf(join(input, 'store.sqlite'), { seed, ...questions })
  await using store = await openStore(input, {})
  const { nodes, edges } = await store.stats()
  const all = (counts: object) => Object.values(counts).reduce((sum, count) => sum + count, 0)
  printAlone({
    nodes: [all(nodes), 'nodes'],
    relations: [all(edges), 'relations'],
    ...(await reads(store, asked)),
    'memory at its peak': [peakMegabytes(), 'MB'],
  })
}

async function reads(store: Store, asked: Asked): Promise<BenchFigures> {
  const { keys, shops, ends } = asked
  return {
    ...(await timesOf('point look-up', keys, (key) => store.node(key))),
    ...(await expandAndSearch(store, asked)),
    ...(await timesOf('2 hops, capped', shops, (shop) => twoHops(store, shop))),
    ...(await timesOf('paths of at most 6 hops', ends, ([from, to]) => pathsOf(store, from, to))),
  }
}

/** How long a page of neighbours takes, and a page of what a search finds. */
export async function expandAndSearch(
  store: Store,
  { full, shops, texts }: Pick<Asked, 'full' | 'shops' | 'texts'>,
): Promise<BenchFigures> {
  const page = { limit: pageSize }
  return {
    ...(await timesOf('50 neighbours and how many there are', full, async ({ key, ...query }) => {
      await store.neighbourCounts(key)
      await store.neighbours(key, { ...query, ...page })
    })),
    ...(await timesOf('expanding a shop', shops, (shop) =>
      store.expand(shop, { most: expandedAtOnce }),
    )),
    ...(await timesOf('expanding a shop type by type', shops, (shop) => typeByType(store, shop))),
    ...(await timesOf('search of 2 Chinese characters', texts, (text) =>
      store.search(text, { limit: searchPage }),
    )),
  }
}

/** First how many there are, then a page of each type. */
async function typeByType(store: Store, shop: string): Promise<void> {
  const types = new Set<string>()
  for (const { type, direction } of await store.neighbourCounts(shop)) {
    if (types.has(type + direction)) continue
    types.add(type + direction)
    await store.neighbours(shop, { type, direction, limit: pageSize })
  }
}

async function timesOf<T>(
  name: string,
  asked: readonly T[],
  answer: (question: T) => Promise<unknown>,
): Promise<BenchFigures> {
  if (asked.length === 0) return {}
  for (const question of asked.slice(0, asked.length / 10)) await answer(question)
  const times: number[] = []
  const before = process.cpuUsage()
  for (const question of asked) {
    const began = performance.now()
    await answer(question)
    times.push(performance.now() - began)
  }
  const { user, system } = process.cpuUsage(before)
  return {
    [`${name}: processor a question`]: [(user + system) / 1_000 / times.length, 'CPU ms'],
    [`${name}: p50 of ${times.length}`]: [percentile(times, 50), 'ms'],
    [`${name}: p95`]: [percentile(times, 95), 'ms'],
    [`${name}: slowest`]: [percentile(times, 100), 'ms'],
  }
}

/** What is within two hops with the relations among it, nearest first: some of each node, some in all. */
async function twoHops(store: Store, shop: string): Promise<[BareNode[], BareEdge[]]> {
  const found = new Set([shop])
  let around = [shop]
  for (const _hop of [1, 2]) {
    const before = found.size
    const beside = await besideAll(store, around)
    for (const other of around.flatMap((key) => (beside.get(key) ?? []).toSorted(compareText))) {
      if (found.size < hopNodes) found.add(other)
    }
    around = [...found].slice(before)
  }
  return [await store.bareNodes([...found]), await store.bareEdgesAmong([...found])]
}

async function besideAll(store: Store, keys: readonly string[]) {
  const counts = await store.relationCounts(keys)
  const isHub = (key: string) => hopsPerNode < (counts.get(key) ?? 0)
  const walk = store.walk()
  const few = keys.filter((key) => !isHub(key))
  const around = await walk.around(few.map(walk.numberOf))
  const beside = new Map(few.map((key, place) => [key, (around[place] ?? []).map(walk.keyOf)]))
  for (const key of keys.filter(isHub)) beside.set(key, await besideHub(store, key))
  return beside
}

/** Of a hub some, type by type. */
async function besideHub(store: Store, key: string): Promise<string[]> {
  const keys: string[] = []
  for (const { type, direction } of await store.neighbourCounts(key)) {
    const limit = hopsPerNode - keys.length
    if (limit <= 0) break
    const { items } = await store.neighbourKeys(key, { type, direction, limit })
    keys.push(...items)
  }
  return keys
}

async function pathsOf(store: Store, from: string, to: string) {
  const [first, last] = await Promise.all([store.node(from), store.node(to)])
  if (first === undefined || last === undefined) throw new Error('an end is not in the store')
  return findPaths(store, {
    ...{ from: first, to: last, run: undefined, maxHops: 6, links: false },
    ...{ together: false, forward: false, limit: 5 },
  })
}

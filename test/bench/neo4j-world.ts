import { join } from 'node:path'

import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { detect } from '../../server/jobs/detect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { worldEnds } from '../../server/jobs/world/calendar.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { type BenchFigures, printFigures } from './bench-figures.ts'
import type { BenchServer, Took } from './bench-server.ts'
import { writeWorld } from './bench-world.ts'
import { type Asked, sampleOf } from './store-sample.ts'
import { expandAndSearch } from './store-speed.ts'

/** A moment, as nothing here depends on the day. */
const at = EpochMs.parse(1_700_000_000_000)
const asOf = IsoDate.parse(worldEnds)
const asked = { seed: 101, points: 0, neighbours: 300, hops: 300, paths: 0, searches: 200 }

/** A world in both stores: what loading, detecting and asking take on Neo4j; `ratio` is that of the embedded store over it. The second time counts, as a server that just started is a slow one. */
export async function measureNeo4jWorld(
  server: BenchServer,
  folder: string,
  shops: number,
): Promise<void> {
  const world = join(folder, 'world')
  writeWorld(world, shops)
  const path = join(folder, 'store')
  await using embedded = await openStore(path, {})
  const own = await loadAndDetect(server, embedded, world)
  const questions = await sampleOf(join(path, 'store.sqlite'), asked)
  await server.empty()
  await using first = await openNeo4j(server, folder)
  await loadAndDetect(server, first, world)
  await server.empty()
  await using store = await openNeo4j(server, folder)
  const other = await loadAndDetect(server, store, world)
  await sameHash(embedded, store)
  printFigures(
    `neo4j, ${shops} shops`,
    { ...other, ...(await answers(store, questions)) },
    { ...own, ...(await answers(embedded, questions)) },
  )
}

function openNeo4j(server: BenchServer, folder: string): Promise<Store> {
  return openStore(server.uri, { ...process.env, REVENANT_FILES: folder })
}

async function loadAndDetect(server: BenchServer, store: Store, world: string) {
  const loaded = await server.timed(() => load(store, world))
  const detected = await server.timed(() =>
    detect(store, { asOf, at, onProgress: () => undefined }),
  )
  return { ...figuresOf('load', loaded), ...figuresOf('detect', detected) }
}

function load(store: Store, world: string) {
  return loadDatasets(store, [join(world, 'data')], { at, onProgress: () => undefined })
}

function figuresOf(name: string, { wall, processor }: Took): BenchFigures {
  return {
    [name]: [wall, 'seconds'],
    [`${name}: processor of client and server`]: [processor, 'CPU seconds'],
  }
}

function answers(store: Store, questions: Asked): Promise<BenchFigures> {
  return expandAndSearch(store, questions)
}

async function sameHash(a: Store, b: Store): Promise<void> {
  const [first, second] = [await a.canonicalHash(), await b.canonicalHash()]
  if (first !== second) throw new Error('the two stores do not hold the same graph')
}

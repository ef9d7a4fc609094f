import { mkdirSync } from 'node:fs'
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
import { writeWideRows } from './wide-rows.ts'

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
  await using embedded = await openStore(join(folder, 'store'), {})
  const own = await loadAndDetect(server, embedded, world)
  await server.empty()
  await using first = await openNeo4j(server, folder)
  await loadAndDetect(server, first, world)
  await server.empty()
  await using store = await openNeo4j(server, folder)
  const other = await loadAndDetect(server, store, world)
  await sameHash(embedded, store)
  const questions = await sampleOf(join(folder, 'store', 'store.sqlite'), asked)
  await printBoth(`neo4j, ${shops} shops`, questions, { embedded, own, store, other })
}

/** A detection of more rows takes more memory than all the rest. */
const mostDetected = 200_000

/** The same of wide rows, once, as a server has long warmed up when so many are loaded. */
export async function measureNeo4jRows(
  server: BenchServer,
  folder: string,
  rows: number,
): Promise<void> {
  const wide = join(folder, 'wide')
  mkdirSync(wide)
  await writeWideRows(wide, rows)
  const take = rows <= mostDetected ? loadAndDetect : loadAlone
  await using embedded = await openStore(join(folder, 'wide-store'), {})
  const own = await take(server, embedded, wide)
  await server.empty()
  await using store = await openNeo4j(server, folder)
  const other = await take(server, store, wide)
  const questions = await askedOfNames(embedded, join(folder, 'wide-store'))
  await printBoth(`neo4j, ${rows} wide rows`, questions, { embedded, own, store, other })
}

/** Whole names are searched, as all shops have all their Chinese characters in common. */
export async function askedOfNames(embedded: Store, path: string): Promise<Asked> {
  const questions = await sampleOf(join(path, 'store.sqlite'), asked)
  const texts = (await embedded.bareNodes(questions.shops)).map(({ name }) => name)
  return { ...questions, texts }
}

interface Both {
  readonly embedded: Store
  readonly own: BenchFigures
  readonly store: Store
  readonly other: BenchFigures
}

async function printBoth(label: string, questions: Asked, { embedded, own, store, other }: Both) {
  const answers = await expandAndSearch(store, questions)
  printFigures(
    label,
    { ...other, ...answers },
    { ...own, ...(await expandAndSearch(embedded, questions)) },
  )
}

function openNeo4j(server: BenchServer, folder: string): Promise<Store> {
  return openStore(server.uri, { ...process.env, REVENANT_FILES: folder })
}

async function loadAndDetect(server: BenchServer, store: Store, world: string) {
  const loaded = await loadAlone(server, store, world)
  const detected = await server.timed(() =>
    detect(store, { asOf, at, onProgress: () => undefined }),
  )
  return { ...loaded, ...figuresOf('detect', detected) }
}

async function loadAlone(server: BenchServer, store: Store, world: string) {
  return figuresOf('load', await server.timed(() => load(store, world)))
}

function load(store: Store, world: string) {
  return loadDatasets(store, [join(world, 'data')], { at, onProgress: () => undefined })
}

function figuresOf(name: string, { wall, processor, server }: Took): BenchFigures {
  return {
    [name]: [wall, 'seconds'],
    [`${name}: processor of client and server`]: [processor, 'CPU seconds'],
    [`${name}: processor of the server`]: [server, 'CPU seconds'],
  }
}

export async function sameHash(a: Store, b: Store): Promise<void> {
  const [first, second] = [await a.canonicalHash(), await b.canonicalHash()]
  if (first !== second) throw new Error('the two stores do not hold the same graph')
}

import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Run } from '../../server/domain/run.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { copyStore } from '../../server/jobs/copy.ts'
import { detect } from '../../server/jobs/detect.ts'
import { generate } from '../../server/jobs/generate.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { packagePath } from '../../server/jobs/package-root.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { rightStated, writeRightDataset } from '../jobs/small-dataset.ts'
import { detectUndivided } from './detect-undivided.ts'
import { type MarketOptions, madeMarket } from './made-market.ts'

/** A store with a run and its rings, largest first. */
export interface LeadSource {
  readonly store: Store
  readonly run: Run
  readonly rings: readonly { readonly id: string; readonly size: number }[]
}

/** Writes a dataset into an empty folder, or names one that is there. */
export type SourceOf = (folder: string) => Promise<string> | string

/** Sources have no rights of their own; leads about their rings name this one. */
export const stated = { rights: [rightStated] }

const at = EpochMs.parse(1_773_446_400_000)
const onProgress = () => undefined

export const demo: SourceOf = () => packagePath('datasets/demo/data')

/** The real samples that come with the product. */
export async function samples(): Promise<SourceOf[]> {
  const folder = packagePath('datasets/samples')
  return (await readdir(folder)).toSorted().map((name) => () => join(folder, name, 'data'))
}

/** A synthetic world. */
export function world(seed: number, shops: number): SourceOf {
  return async (folder) => {
    const { folder: path } = await generate(folder, {
      ...{ shops, seed, evasion: 1, twin: false, labels: 0 },
    })
    return join(path, 'data')
  }
}

export function market(options: MarketOptions): SourceOf {
  return async (folder) => {
    await mkdir(folder, { recursive: true })
    return madeMarket(folder, options).path
  }
}

/** Loads a source into a store of its own and detects; `undivided` keeps rings whole however large they are. All of it is gone after `use`. */
export async function withSource<T>(
  source: SourceOf,
  { undivided }: { readonly undivided: boolean },
  use: (found: LeadSource) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    await using store = await openStore(join(folder, 'store'), {})
    const path = await source(join(folder, 'source'))
    await loadDatasets(store, [path, writeRightDataset(folder)], { at, onProgress })
    const run = undivided ? await detectUndivided(store) : await detect(store, { at, onProgress })
    return await use({ store, run, rings: await ringsOf(store, run) })
  })
}

/** A second store that was written from the first one's dump; it is gone when it is disposed of. */
export async function copyOf(from: Store): Promise<{ readonly store: Store } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-torture-'))
  const store = await openStore(folder, {})
  const gone = async () => {
    await store[Symbol.asyncDispose]()
    await rm(folder, { recursive: true, force: true })
  }
  await copyStore(from, store, onProgress)
  return { store, [Symbol.asyncDispose]: gone }
}

async function ringsOf(store: Store, run: Run): Promise<LeadSource['rings']> {
  const rings: LeadSource['rings'][number][] = []
  let cursor: string | undefined
  do {
    const page = await store.rings(run.id, { limit: 100, cursor })
    rings.push(...page.items.map(({ id, size }) => ({ id, size })))
    cursor = page.next
  } while (cursor !== undefined)
  return rings.toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1))
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'revenant-torture-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

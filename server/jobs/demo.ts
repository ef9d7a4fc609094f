import type { EpochMs } from '../domain/units.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/port.ts'
import { detect } from './detect.ts'
import { loadDatasets } from './load.ts'
import { packagePath } from './package-root.ts'
import type { OnProgress } from './progress.ts'

/** The synthetic dataset that comes with Revenant. */
const demoDataset = packagePath('datasets/demo/data')

/** Opens the demo's own store, loaded and detected: the first time it takes seconds, later nothing has changed. */
export async function openDemo(
  folder: string,
  { now, onProgress }: { readonly now: () => EpochMs; readonly onProgress: OnProgress },
): Promise<Store> {
  const store = await openStore(folder, {})
  try {
    const reports = await loadDatasets(store, [demoDataset], { at: now(), onProgress })
    const changed = reports.some(({ files, unchanged }) => unchanged < files.length)
    if (changed || (await store.currentRun()) === undefined) {
      await detect(store, { at: now(), onProgress })
    }
    return store
  } catch (error) {
    await store[Symbol.asyncDispose]()
    throw error
  }
}

import { join } from 'node:path'

import { type LoadOptions, loadDatasets } from '../../server/jobs/load.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder, writeSmallDataset } from './small-dataset.ts'

/** What each test of a suite finds: a store with a dataset, and the folder that both lie in. */
export interface AroundStore {
  readonly store: Store
  readonly path: string
}

/** Loads the small dataset, or what `write` writes, before each test of the suite that calls it, and clears all of it away behind. Only a test may ask what it holds. */
export function aroundSmallStore(
  options: LoadOptions,
  write: (folder: string) => string = writeSmallDataset,
): AroundStore {
  let temporary: ReturnType<typeof temporaryFolder>
  let store: Store
  beforeEach(async () => {
    temporary = temporaryFolder()
    store = await openStore(join(temporary.path, 'store'), {})
    await loadDatasets(store, [write(temporary.path)], options)
  })
  afterEach(async () => {
    await store[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })
  return {
    get store() {
      return store
    },
    get path() {
      return temporary.path
    },
  }
}

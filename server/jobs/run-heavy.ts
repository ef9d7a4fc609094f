import type { Store } from '../store/port.ts'
import { loadFetched } from './adopt.ts'
import type { StorePlace } from './aside/listings-aside.ts'
import { detect } from './detect.ts'
import { forget } from './forget.ts'
import { handsFor } from './hands/hands.ts'
import type { HeavyJob, HeavyResult } from './heavy-job.ts'
import { importUpload } from './import-upload.ts'
import { loadDatasets } from './load.ts'
import type { OnProgress } from './progress.ts'

/** Runs a heavy job here, on a store that is open already; `place` is where other threads open it. */
export async function runHeavy(
  store: Store,
  job: HeavyJob,
  onProgress: OnProgress,
  place?: StorePlace,
): Promise<HeavyResult> {
  switch (job.kind) {
    case 'load':
      return loaded(await loadDatasets(store, job.paths, { ...loading(job), onProgress }))
    case 'adopt':
      return loaded(await loadFetched(store, job.folder, { ...loading(job), onProgress }))
    case 'import':
      return loaded(await importUpload(store, job.folder, { ...loading(job), onProgress }))
    case 'forget': {
      const { kind, ...asked } = job
      return { kind, forgetting: await forget(store, { ...asked, onProgress }) }
    }
    case 'detect':
      return {
        kind: 'detect',
        run: await detect(store, {
          asOf: job.asOf,
          publicView: job.publicView,
          workers: handsFor(job.workers),
          place,
          at: job.at,
          onProgress,
        }),
      }
  }
}

type Loading = Extract<HeavyJob, { kind: 'load' | 'adopt' | 'import' }>

function loading({ at, acceptUnexpected }: Loading) {
  return { at, acceptUnexpected }
}

function loaded(loads: Extract<HeavyResult, { kind: 'load' }>['loads']): HeavyResult {
  return { kind: 'load', loads }
}

import { parentPort, workerData } from 'node:worker_threads'

import { openStore } from '../store/open-store.ts'
import { toPlain, type WorkMessage, type WorkOrder } from './heavy-job.ts'
import type { OnProgress } from './progress.ts'
import { runHeavy } from './run-heavy.ts'

/** The inside of a worker thread: opens the store for itself, runs the one job it was started with, and ends. */
const { job, address, environment } = workerData as WorkOrder

function tell(message: WorkMessage): void {
  parentPort?.postMessage(message)
}

try {
  await using store = await openStore(address, environment)
  const onProgress: OnProgress = (progress) => tell({ type: 'progress', progress })
  const result = await runHeavy(store, job, onProgress, { address, environment })
  tell({ type: 'result', result })
} catch (error) {
  tell({ type: 'error', error: toPlain(error) })
}

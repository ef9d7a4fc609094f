import { parentPort, workerData } from 'node:worker_threads'

import { openStore } from '../store/open-store.ts'
import { toPlain, type WorkMessage, type WorkOrder } from './heavy-job.ts'
import { runHeavy } from './run-heavy.ts'

/** The inside of a worker thread: opens the store for itself, runs the one job it was started with, and ends. */
const { job, address, environment } = workerData as WorkOrder

function tell(message: WorkMessage): void {
  parentPort?.postMessage(message)
}

try {
  await using store = await openStore(address, environment)
  const result = await runHeavy(store, job, (progress) => tell({ type: 'progress', progress }))
  tell({ type: 'result', result })
} catch (error) {
  tell({ type: 'error', error: toPlain(error) })
}

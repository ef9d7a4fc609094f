import { failure } from '../domain/refusals.ts'
import { fromPlain, type HeavyResult, type WorkMessage, type WorkOrder } from './heavy-job.ts'
import type { OnProgress } from './progress.ts'
import { beginThread } from './thread.ts'

/** A heavy job that runs beside the server; `stop` ends it, and what it had not committed is as if it never was. */
export interface RunningJob {
  readonly result: Promise<HeavyResult>
  stop(): Promise<void>
}

/** Runs a heavy job in a worker thread with a connection of its own; rejects with the job's own error. */
export function runInWorker(order: WorkOrder, onProgress: OnProgress): RunningJob {
  const worker = beginThread(new URL('./work.ts', import.meta.url), order)
  const result = new Promise<HeavyResult>((resolve, reject) => {
    worker.on('message', (message: WorkMessage) => {
      if (message.type === 'progress') onProgress(message.progress)
      if (message.type === 'result') resolve(message.result)
      if (message.type === 'error') reject(fromPlain(message.error))
    })
    worker.on('error', (error) => reject(error))
    worker.on('exit', () => {
      reject(failure('job-stopped', {}))
    })
  })
  return {
    result,
    stop: async () => {
      await worker.terminate()
    },
  }
}

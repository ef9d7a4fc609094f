import { type Transferable, Worker } from 'node:worker_threads'

import { heapLimits } from './heap-limits.ts'

/** Begins a thread that may take as much memory as a heavy job. */
export function beginThread(
  entry: URL,
  workerData: object,
  transferList: Transferable[] = [],
): Worker {
  return new Worker(entry, {
    ...{ workerData, transferList },
    // Not inherited: a loader given on the command line would be registered twice.
    execArgv: [],
    resourceLimits: heapLimits(),
  })
}

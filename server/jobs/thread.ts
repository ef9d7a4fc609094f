import { type Transferable, Worker } from 'node:worker_threads'

import { heapLimits } from './heap-limits.ts'

/** Begins a thread that may take as much memory as a heavy job: it runs the module `inside`, which finds `data` as its `workerData`. */
export function beginThread(inside: URL, data: object, transferList: Transferable[] = []): Worker {
  return new Worker(new URL('./thread.mjs', import.meta.url), {
    ...{ workerData: { ...data, inside: inside.href }, transferList },
    // Not inherited: a loader given on the command line would be registered twice.
    execArgv: [],
    resourceLimits: heapLimits(),
  })
}

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

import { FailureError } from '../../domain/failure.ts'
import type { QuarantinedRow, Source } from '../../domain/record.ts'
import type { EpochMs } from '../../domain/units.ts'
import type { Database } from './database.ts'
import type { FillAnswer, FillFailure, FillOrder, FillPlace } from './fill-order.ts'
import type { HandedOver } from './handed-over.ts'
import { keptNodeRows } from './kept-node-rows.ts'
import type { NodeRows } from './node-rows.ts'
import { withoutKeys } from './put-off-indexes.ts'

/** Writes what fills a store in a thread with a connection of its own, so that whoever loads reads on meanwhile. Every call waits for what was called before. */
export interface FillingThread extends AsyncDisposable {
  /** The rows of the nodes of the store, for the parts. */
  readonly nodeRows: NodeRows
  /** Writes the parts as one transaction; false where somebody else wrote to the store, or two keys were taken for one, and then nothing was written. Whoever is told so, or that it failed, ends the thread: rows were dealt that nobody has. */
  put(parts: readonly HandedOver[], at: EpochMs): Promise<boolean>
  putQuarantine(source: string, batch: readonly QuarantinedRow[]): Promise<void>
  /** Makes a source current all of whose records were put. */
  finishSource(source: Source, quarantined: readonly number[]): Promise<void>
}

/** The number of a thread that is no more. */
const ended = -1
/** What is made and soon dropped fits in. */
const youngMegabytes = 64

/** Begins the thread; it has opened the store when this answers, which has no index of keys any more. */
export async function fillingThread(database: Database): Promise<FillingThread> {
  const { path, busyTimeoutMs } = database
  withoutKeys(database)
  const nodeRows = keptNodeRows(database)
  const worker = new Worker(new URL('./fill.mjs', import.meta.url), {
    workerData: { path, busyTimeoutMs } satisfies FillPlace,
    // Not inherited: a loader given on the command line would be registered twice.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  })
  const answered = () =>
    new Promise<FillAnswer['is']>((resolve, reject) => {
      const gone = (error: unknown) => reject(error instanceof Error ? error : lost())
      const heard = (answer: FillAnswer) => {
        worker.off('error', gone).off('exit', gone)
        if (answer.is === 'failed') reject(errorOf(answer.error))
        else resolve(answer.is)
      }
      worker.once('message', heard).once('error', gone).once('exit', gone)
    })
  const told = (order: FillOrder) => {
    const answer = answered()
    worker.postMessage(order)
    return answer
  }
  await answered()
  return {
    nodeRows,
    async put(parts, at) {
      for (const gathered of parts) {
        worker.postMessage({ what: 'part', gathered, at } satisfies FillOrder)
      }
      return (await told({ what: 'commit' })) === 'done'
    },
    async putQuarantine(source, batch) {
      await told({ what: 'quarantine', source, batch })
    },
    async finishSource(source, quarantined) {
      await told({ what: 'finish', source, quarantined })
    },
    async [Symbol.asyncDispose]() {
      if (worker.threadId === ended) return
      const exited = once(worker, 'exit')
      worker.postMessage('end')
      await exited
    },
  }
}

function lost(): FailureError {
  return new FailureError('The thread that writes to the store ended; start the load again.')
}

function errorOf({ name, message, stack }: FillFailure): Error {
  const options = { cause: stack }
  return name === 'FailureError' ? new FailureError(message, options) : new Error(message, options)
}

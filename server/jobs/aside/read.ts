import { parentPort, workerData } from 'node:worker_threads'

import { openStore } from '../../store/open-store.ts'
import { toPlain } from '../heavy-job.ts'
import type { StorePlace } from './listings-aside.ts'
import { readOf } from './long-reads.ts'
import { isLongWork, workOf } from './long-works.ts'
import type { ReaderAnswer, ReaderOrder, ReaderTask } from './reader-order.ts'

/** The inside of a thread that reads for a server, with a connection of its own, until it is told to end. */
const { address, environment } = workerData as StorePlace
const store = await openStore(address, environment)

parentPort?.on('message', async (told: ReaderOrder) => {
  if (told !== 'end') return parentPort?.postMessage(await answerTo(told))
  await store[Symbol.asyncDispose]()
  parentPort?.close()
})

async function answerTo({ order, name, values }: ReaderTask): Promise<ReaderAnswer> {
  try {
    const value = isLongWork(name)
      ? await workOf(name)(store, ...values)
      : await readOf(store, name)(...values)
    return { order, value }
  } catch (error) {
    return { order, error: toPlain(error) }
  }
}

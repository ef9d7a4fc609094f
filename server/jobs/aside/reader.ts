import { beginThread } from '../thread.ts'
import type { StorePlace } from './listings-aside.ts'
import type { ReaderAnswer, ReaderOrder, ReaderTask } from './reader-order.ts'

/** A thread that reads from a store with a connection of its own. Disposing it waits for what it still reads. */
export interface Reader extends AsyncDisposable {
  /** How many tasks it has not answered. */
  waiting(): number
  /** Undefined where the thread ended before it had answered: nothing is known of this task then. */
  ask(task: Omit<ReaderTask, 'order'>): Promise<ReaderAnswer | undefined>
}

/** `onEnd` hears when the thread is no more, and why where it failed. */
export function beginReader(place: StorePlace, onEnd: (why?: unknown) => void): Reader {
  const worker = beginThread(new URL('./read.ts', import.meta.url), place)
  const waiting = new Map<number, (answer: ReaderAnswer | undefined) => void>()
  const tell = (order: ReaderOrder) => worker.postMessage(order)
  let orders = 0
  let failed: unknown
  worker.on('message', (answer: ReaderAnswer) => {
    waiting.get(answer.order)?.(answer)
    waiting.delete(answer.order)
  })
  worker.on('error', (error) => {
    failed = error
  })
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      onEnd(failed)
      for (const answer of waiting.values()) answer(undefined)
      waiting.clear()
      resolve()
    })
  })
  return {
    waiting: () => waiting.size,
    ask: (task) =>
      new Promise((resolve) => {
        const order = orders++
        waiting.set(order, resolve)
        tell({ order, ...task })
      }),
    async [Symbol.asyncDispose]() {
      tell('end')
      await ended
    },
  }
}

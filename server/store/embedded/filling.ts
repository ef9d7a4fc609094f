import { maxBatch } from '../port.ts'
import type { Database } from './database.ts'
import { type FillingThread, fillingThread } from './filling-thread.ts'
import { type FirstLoad, firstLoad } from './first-load.ts'

/** The filling of an empty store: a first load, and the thread that writes it once there is one. */
export interface Filling {
  readonly database: Database
  readonly first: FirstLoad
  thread(): FillingThread | undefined
  /** The thread for a batch of so many records, which is begun by the first that is worth it. */
  threadFor(size: number): Promise<FillingThread | undefined>
  endThread(): Promise<void>
  /** From now on the store is written as any other. */
  end(): Promise<void>
}

export function filling(database: Database): Filling {
  const first = firstLoad(database)
  let thread: FillingThread | undefined
  const endThread = async () => {
    const ended = thread
    thread = undefined
    await ended?.[Symbol.asyncDispose]()
  }
  const end = async () => {
    await endThread()
    first.end()
  }
  return {
    database,
    first,
    thread: () => thread,
    async threadFor(size) {
      // The thread takes longer to begin than a small load to end.
      if (thread !== undefined || !first.isOn() || size < maxBatch) return thread
      thread = await fillingThread(database)
      if (!first.isAlone()) await end()
      return thread
    },
    endThread,
    end,
  }
}

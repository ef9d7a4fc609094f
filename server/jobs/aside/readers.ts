import type { StorePlace } from './listings-aside.ts'
import { beginReader, type Reader } from './reader.ts'
import type { ReaderAnswer, ReaderTask } from './reader-order.ts'

/** Threads that read from one store, begun when there is something to read and all others are busy. */
export interface Readers extends AsyncDisposable {
  /** Undefined where no thread could answer. */
  ask(task: Omit<ReaderTask, 'order'>): Promise<ReaderAnswer | undefined>
}

/** One reads on while another is held up by what takes long. */
const mostReaders = 2

/** `onFailure` hears of a thread that failed. */
export function openReaders(place: StorePlace, onFailure: (error: unknown) => void): Readers {
  const readers = new Set<Reader>()
  const begin = () => {
    const reader: Reader = beginReader(place, (why) => {
      readers.delete(reader)
      if (why !== undefined) onFailure(why)
    })
    readers.add(reader)
    return reader
  }
  const least = () => {
    const [first] = [...readers].toSorted((a, b) => a.waiting() - b.waiting())
    const isBusy = first === undefined || 0 < first.waiting()
    return isBusy && readers.size < mostReaders ? begin() : (first ?? begin())
  }
  return {
    ask: (task) => least().ask(task),
    async [Symbol.asyncDispose]() {
      await Promise.all(Array.from(readers, (reader) => reader[Symbol.asyncDispose]()))
    },
  }
}

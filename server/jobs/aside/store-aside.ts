import type { Store } from '../../store/port.ts'
import { fromPlain } from '../heavy-job.ts'
import type { StorePlace } from './listings-aside.ts'
import { type LongRead, longReads, readOf } from './long-reads.ts'
import { type Ask, type LongWork, workOf } from './long-works.ts'
import { openReaders } from './readers.ts'

/** A store, and who does long works on it. */
export interface AskedStore {
  readonly store: Store
  readonly ask: Ask
}

export interface AsideOptions {
  /** After a read that took longer, others are done aside. */
  readonly mostMs?: number | undefined
  /** From so many loaded rows on works are done aside. */
  readonly leastRows?: number | undefined
  /** Hears of a thread that failed; what it was asked is done without it. */
  readonly log: (error: unknown) => void
}

/** Nobody notices that a page stands still for so long. */
const usualMost = 20
/** Fewer are read before a thread has begun. */
const usualRows = 50_000

/**
 * The same store for a server, whose one thread would answer nobody else while it reads: in a store of a million shops a frequent word takes half a second to look up, and what changed between two runs
 * minutes. Small stores are read where they are asked. Whatever was written before is seen.
 */
export function storeAside(
  store: Store,
  place: StorePlace,
  { mostMs = usualMost, leastRows = usualRows, log }: AsideOptions,
): AskedStore & AsyncDisposable {
  const readers = openReaders(place, log)
  let isLarge = false
  const elsewhere = async (
    name: LongRead | LongWork,
    values: readonly unknown[],
    here: () => Promise<unknown>,
  ) => {
    const answer = await readers.ask({ name, values })
    if (answer === undefined) return here()
    if ('error' in answer) throw fromPlain(answer.error)
    return answer.value
  }
  const read = async (name: LongRead, values: readonly unknown[]) => {
    const here = () => readOf(store, name)(...values)
    if (isLarge) return elsewhere(name, values, here)
    const started = performance.now()
    const answer = here()
    isLarge = mostMs < performance.now() - started
    return answer
  }
  const ask = async (name: LongWork, ...values: readonly unknown[]) => {
    const here = () => workOf(name)(store, ...values)
    isLarge ||= leastRows <= (await loadedRows(store))
    return isLarge ? elsewhere(name, values, here) : here()
  }
  const reads = longReads.map((name) => [name, (...values: unknown[]) => read(name, values)])
  return {
    store: { ...store, ...(Object.fromEntries(reads) as Pick<Store, LongRead>) },
    ask: ask as Ask,
    [Symbol.asyncDispose]: () => readers[Symbol.asyncDispose](),
  }
}

async function loadedRows(store: Store): Promise<number> {
  const sources = await store.sources()
  return sources.reduce((sum, { report }) => sum + report.accepted, 0)
}

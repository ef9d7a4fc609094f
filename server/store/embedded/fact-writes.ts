import { setImmediate } from 'node:timers/promises'

import { checkFacts } from '../check-facts.ts'
import { type FactWrites, maxBatch } from '../port.ts'
import type { Database } from './database.ts'
import { type FillingThread, fillingThread } from './filling-thread.ts'
import { firstLoad } from './first-load.ts'
import { putBatch, putInThread } from './put-batch.ts'
import {
  closeUnsaid,
  isAnyUnsaid,
  keepQuarantine,
  putQuarantine,
  replaceSource,
} from './source-writes.ts'
import { closeSome, withdrawSources } from './withdraw.ts'

export function factWrites(database: Database): FactWrites & AsyncDisposable {
  const first = firstLoad(database)
  let thread: FillingThread | undefined
  const endThread = async () => {
    const ended = thread
    thread = undefined
    await ended?.[Symbol.asyncDispose]()
  }
  const afterEnd = async (failure: unknown) => {
    await endThread()
    throw failure
  }
  const endFirst = async () => {
    await endThread()
    first.end()
  }
  return {
    async putFacts(source, batch, loadedAt) {
      checkFacts(source, batch)
      // The thread takes longer to begin than a small load to end.
      if (thread === undefined && first.isOn() && batch.length === maxBatch) {
        thread = await fillingThread(database)
        if (!first.isAlone()) await endFirst()
      }
      if (thread !== undefined) {
        if (await putInThread(thread, first, batch, loadedAt).catch(afterEnd)) return
        await endFirst()
      }
      database.transaction(() => putBatch(database, first, batch, loadedAt))
    },
    async putQuarantine(source, batch) {
      if (thread !== undefined) await thread.putQuarantine(source, batch)
      else database.transaction(() => putQuarantine(database, source, batch))
    },
    async finishSource(source, records, quarantined) {
      // Of what a first load puts nothing has to be closed, but where somebody else wrote meanwhile.
      if (first.isOn() && isAnyUnsaid(database, source, records)) await endFirst()
      if (thread !== undefined) {
        await thread.finishSource(source, quarantined)
        return
      }
      database.transaction(() => {
        if (!first.isOn()) closeUnsaid(database, source, records)
        keepQuarantine(database, source.id, new Set(quarantined))
        replaceSource(database, source)
      })
    },
    async finishLoad() {
      await endFirst()
      database.script('PRAGMA optimize')
    },
    async withdraw(dataset, at) {
      await endFirst()
      let records = 0
      for (;;) {
        const closed = database.transaction(() => closeSome(database, dataset, at))
        records += closed
        if (closed < maxBatch) break
        await setImmediate()
      }
      return database.transaction(() => ({ records, ...withdrawSources(database, dataset, at) }))
    },
    [Symbol.asyncDispose]: endThread,
  }
}

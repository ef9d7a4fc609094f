import { setImmediate } from 'node:timers/promises'

import { type FactWrites, maxBatch } from '../port.ts'
import type { Database } from './database.ts'
import { factBatch } from './fact-batch.ts'
import { filling } from './filling.ts'
import {
  closeUnsaid,
  isAnyUnsaid,
  keepQuarantine,
  putQuarantine,
  replaceSource,
} from './source-writes.ts'
import { endUnfinished, putUnfinished, putWithdrawal } from './unfinished.ts'
import { closeSome, withdrawSources } from './withdraw.ts'

export function factWrites(database: Database): FactWrites & AsyncDisposable {
  const fills = filling(database)
  const { first } = fills
  return {
    async beginSources(ids, at) {
      const begun = ids.map((id) => ({ id, what: 'load' as const, since: at }))
      database.transaction(() => putUnfinished(database, begun))
    },
    async forgoSource(id) {
      await fills.end()
      database.transaction(() => endUnfinished(database, id))
    },
    factBatch: (source, loadedAt) => factBatch(fills, source, loadedAt),
    async putFacts(source, facts, loadedAt) {
      const batch = factBatch(fills, source, loadedAt)
      for (const one of facts) batch.add(one)
      await batch.put()
    },
    async putQuarantine(source, batch) {
      const thread = fills.thread()
      if (thread !== undefined) await thread.putQuarantine(source, batch)
      else database.transaction(() => putQuarantine(database, source, batch))
    },
    async finishSource(source, records, quarantined) {
      // Of what a first load puts nothing has to be closed, but where somebody else wrote meanwhile.
      if (first.isOn() && isAnyUnsaid(database, source, records)) await fills.end()
      const thread = fills.thread()
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
      await fills.end()
      database.script('PRAGMA optimize')
    },
    async withdraw(dataset, at) {
      await fills.end()
      database.transaction(() => putWithdrawal(database, dataset, at))
      let records = 0
      for (;;) {
        const closed = database.transaction(() => closeSome(database, dataset, at))
        records += closed
        if (closed < maxBatch) break
        await setImmediate()
      }
      return database.transaction(() => ({ records, ...withdrawSources(database, dataset, at) }))
    },
    [Symbol.asyncDispose]: fills.endThread,
  }
}

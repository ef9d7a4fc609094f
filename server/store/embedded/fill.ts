import { parentPort, workerData } from 'node:worker_threads'

import { openDatabase } from './database.ts'
import type { FillAnswer, FillOrder, FillPlace } from './fill-order.ts'
import { setUpToFill, versionOf } from './first-load.ts'
import { takenOver } from './handed-over.ts'
import { type NamesToFind, namesToFind } from './names-to-find.ts'
import { putGathered } from './put-gathered.ts'
import { setUp } from './schema.ts'
import { keepQuarantine, putQuarantine, replaceSource } from './source-writes.ts'

/** The inside of a thread that fills a store: does what it is told, one order after the other. */
const { path, busyTimeoutMs } = workerData as FillPlace

const database = await openDatabase(path, { busyTimeoutMs })
setUp(database)
setUpToFill(database)
/**
 * In 4 KB each, some 250 MB: when the log holds more it is brought into the file. A batch writes a third of that, and pages that the next ones write again are brought there once. Whoever opens the store after a kill reads
 * the log first, in about a second.
 */
const logPages = 65_536
database.script(`PRAGMA wal_autocheckpoint = ${logPages}`)
/** Another one means that somebody else wrote. */
const version = versionOf(database)

/** A transaction whose parts come one by one, until one of them fails or is not wanted. */
interface Writing {
  readonly names: NamesToFind
  isDisturbed: boolean
}
let writing: Writing | undefined
let failure: unknown

function answer(order: FillOrder): FillAnswer | undefined {
  switch (order.what) {
    case 'part':
      if (failure === undefined) attempt(() => putPart(order))
      return undefined
    case 'commit':
      if (failure === undefined) attempt(commit)
      return ended()
    case 'quarantine':
      database.transaction(() => putQuarantine(database, order.source, order.batch))
      return { is: 'done' }
    case 'finish':
      database.transaction(() => {
        keepQuarantine(database, order.source.id, new Set(order.quarantined))
        replaceSource(database, order.source)
      })
      return { is: 'done' }
  }
}

function attempt(work: () => void): void {
  try {
    work()
  } catch (error) {
    failure = error
  }
}

function putPart({ gathered, at }: Extract<FillOrder, { what: 'part' }>): void {
  writing ??= begun()
  if (writing.isDisturbed) return
  const isPut = putGathered({ database, names: writing.names }, takenOver(gathered), at)
  if (!isPut) writing.isDisturbed = true
}

function begun(): Writing {
  pause(freeSince + freeMs - performance.now())
  database.script('BEGIN IMMEDIATE')
  return { names: namesToFind(database), isDisturbed: versionOf(database) !== version }
}

function commit(): void {
  if (writing === undefined || writing.isDisturbed) return
  writing.names.write()
  database.script('COMMIT')
  freeSince = performance.now()
}

/** Whoever waits for the lock asks for it every tenth of a second, and has it within a second or two when nobody holds it for so long between two batches. */
const freeMs = 100
let freeSince = Number.NEGATIVE_INFINITY

function pause(ms: number): void {
  if (0 < ms) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** What came of a transaction; nothing is left open of it. */
function ended(): FillAnswer {
  const { isDisturbed } = writing ?? { isDisturbed: false }
  const failed = failure
  if (writing !== undefined && (isDisturbed || failed !== undefined)) database.rollBack()
  writing = undefined
  failure = undefined
  if (failed !== undefined) throw failed
  return { is: isDisturbed ? 'disturbed' : 'done' }
}

function tell(said: FillAnswer | undefined): void {
  if (said !== undefined) parentPort?.postMessage(said)
}

parentPort?.on('message', (order: FillOrder | 'end') => {
  if (order === 'end') {
    database[Symbol.dispose]()
    parentPort?.close()
    return
  }
  try {
    tell(answer(order))
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    tell({ is: 'failed', error: { name, message, stack } })
  }
})
tell({ is: 'ready' })

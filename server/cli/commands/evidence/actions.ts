import { createReadStream, createWriteStream } from 'node:fs'
import { basename, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { EvidenceItem } from '../../../domain/evidence/evidence-item.ts'
import { FailureError, RefusalError } from '../../../domain/failure.ts'
import type { EpochMs } from '../../../domain/units.ts'
import {
  describeFile,
  destroyFile,
  exportFile,
  holdFile,
  moveFile,
  releaseFile,
} from '../../../jobs/custody/acts.ts'
import { checkCustody } from '../../../jobs/custody/check-custody.ts'
import { type KeptItem, keptItems } from '../../../jobs/custody/due.ts'
import { receiveFile, subjectsOf } from '../../../jobs/custody/receive.ts'
import type { Store } from '../../../store/port.ts'
import type { Terminal } from '../../terminal.ts'
import type { EvidenceOptions } from './options.ts'

export interface Task {
  readonly store: Store
  readonly files: readonly string[]
  readonly options: EvidenceOptions
  readonly by: string
  readonly now: EpochMs
  /** Relative paths start here. */
  readonly folder: string
  readonly terminal: Terminal
}

/** Does what its name says; gives the values to print, one a line. */
export type Action = (task: Task) => AsyncIterable<unknown>

export const actions: Readonly<Record<string, Action>> = {
  async *add(task) {
    for (const file of needed(task, 'add')) {
      const { item, added } = await receiveOne(task, file)
      yield { ...faceOf(item), added }
    }
  },
  async *describe(task) {
    const { store, by, now, options } = task
    const about = listOf(options.about)
    for (const file of needed(task, 'describe')) {
      const keeping = keepingOf(options)
      yield faceOf(
        await describeFile(store, { file, by, now, about, keeping, why: options.because }),
      )
    }
  },
  async *list({ store, now, options }) {
    const about = subjectsOf(listOf(options.about))
    for (const { item, retention } of await keptItems(store, now)) {
      const isAsked = about.length === 0 || about.some((one) => item.about.includes(one))
      if (isAsked) yield { ...faceOf(item), retention }
    }
  },
  async *due({ store, now }) {
    for (const kept of await keptItems(store, now)) if (isWaiting(kept)) yield dueOf(kept)
  },
  async *hold(task) {
    for (const doing of reasoned(task, 'hold')) yield faceOf(await holdFile(task.store, doing))
  },
  async *release(task) {
    for (const doing of reasoned(task, 'release')) {
      yield faceOf(await releaseFile(task.store, { ...doing, hold: task.options.hold }))
    }
  },
  async *move(task) {
    const { store, by, now, options } = task
    if (options.to === undefined) throw new RefusalError('`evidence move` needs --to TEXT.')
    for (const file of needed(task, 'move')) {
      yield faceOf(await moveFile(store, { file, by, now, to: options.to }))
    }
  },
  async *export(task) {
    const [doing, another] = reasoned(task, 'export')
    if (doing === undefined || another !== undefined || task.options.out === undefined) {
      throw new RefusalError('`evidence export` takes one file and --out FILE.')
    }
    const item = await exportFile(task.store, doing)
    const source = await task.store.file('evidence', item.file.sha256)
    if (source === undefined) {
      throw new FailureError(
        `${item.file.name} is missing; \`revenant evidence verify\` says more.`,
      )
    }
    await pipeline(
      source.chunks(),
      createWriteStream(resolve(task.folder, task.options.out), { flags: 'wx' }),
    )
    yield faceOf(item)
  },
  async *destroy(task) {
    for (const doing of reasoned(task, 'destroy'))
      yield faceOf(await destroyFile(task.store, doing))
  },
}

/** Hashes everything again; its outcome decides the exit code. */
export function verifyEvidence({ store, by, now, terminal }: Task) {
  return checkCustody(store, {
    by,
    now,
    onFile: (done, total) => terminal.progress(`hashing again: ${done} of ${total}`),
  })
}

async function receiveOne(task: Task, file: string) {
  const { store, options, by, now, folder } = task
  const { grade, place, method, device, clock, witness, tool, alterations } = options
  const collection = {
    collectedBy: options['collected-by'] ?? by,
    collectedAt: options['collected-at'],
    place,
    method,
    device,
    clockSource: clock,
    witness,
    tool,
    alterations,
    ...grade,
  }
  const given = Object.entries(collection).filter(([, value]) => value !== undefined)
  try {
    return await receiveFile(store, readWhenAsked(resolve(folder, file)), {
      name: basename(file),
      by,
      now,
      collection: Object.fromEntries(given) as typeof collection & { collectedBy: string },
      keeping: keepingOf(options),
      about: listOf(options.about),
      derivedFrom: options['derived-from'],
      other: options.other ?? false,
    })
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EISDIR') throw cause
    throw new RefusalError(`${file} cannot be read (${message}); give the path of a file.`, {
      cause,
    })
  }
}

/** Opened when it is read: one that cannot be opened must fail there, and not before anybody listens. */
async function* readWhenAsked(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}

function keepingOf(options: EvidenceOptions) {
  const { case: name, 'transaction-end': transactionEnd, 'case-closed': caseClosed } = options
  const { dataset, 'may-go-to': mayGoTo } = options
  return {
    ...(transactionEnd !== undefined && { transactionEnd }),
    ...(name !== undefined && { case: name }),
    ...(caseClosed !== undefined && { caseClosed }),
    ...(dataset !== undefined && { dataset }),
    ...(mayGoTo !== undefined && { mayGoTo }),
  }
}

function reasoned(task: Task, action: string) {
  const { options, by, now } = task
  const why = options.because
  if (why === undefined) throw new RefusalError(`\`evidence ${action}\` needs --because TEXT.`)
  return needed(task, action).map((file) => ({ file, by, now, why }))
}

function needed({ files }: Task, action: string): readonly string[] {
  if (0 < files.length) return files
  const what = action === 'add' ? 'FILE' : 'the SHA-256 of a file, or its first eight digits'
  throw new RefusalError(`\`evidence ${action}\` lacks ${what}.`)
}

function listOf(about: string | undefined): string[] {
  return (about ?? '').split('|').filter((one) => one.trim() !== '')
}

function faceOf({
  file,
  about,
  receipts,
  transactionEnd,
  cases,
  datasets,
  mayGoTo,
  holds,
  leads,
  destroyedAt,
}: EvidenceItem) {
  const { name, format, size, sha256 } = file
  const { collection } = receipts[0] ?? {}
  return {
    sha256,
    name,
    format,
    size,
    about,
    collection,
    transactionEnd,
    cases,
    datasets,
    mayGoTo,
    holds,
    leads,
    destroyedAt,
  }
}

/** What a person has to decide on: files that may be destroyed, and those that nobody has given an end. */
function isWaiting({ retention: { state } }: KeptItem): boolean {
  return state === 'due' || state === 'undated'
}

function dueOf({ item, retention }: KeptItem) {
  const { sha256, name } = item.file
  return { sha256, name, retention, about: item.about }
}

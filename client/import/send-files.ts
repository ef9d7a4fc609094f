import { create } from 'zustand'

import { otherAddresses } from '../../server/contract/routes.ts'
import { addressOf, call } from '../api/call.ts'
import { putFile } from '../api/put-file.ts'
import { dismissJob, followJob } from '../jobs/job-state.ts'
import type { Chosen, ChosenFile } from './chosen-files.ts'
import { startMapping } from './mapping-state.ts'

interface Sending {
  readonly chosen: Chosen | undefined
  /** Bytes that have arrived; absent while nothing is sent. */
  readonly sent: number | undefined
  readonly failure: unknown
  /** The browser cannot read what was chosen. */
  readonly unreadable: boolean
}

const idle: Sending = { chosen: undefined, sent: undefined, failure: undefined, unreadable: false }

/** What was chosen and how far it is: it survives a look at the picture. */
export const useSending = create<Sending>()(() => idle)

let aborting: AbortController | undefined

export function choose(chosen: Chosen | undefined): void {
  useSending.setState({ ...idle, chosen })
}

/** Puts away what was chosen, for it cannot be read. */
export function giveUpChosen(): void {
  useSending.setState({ ...idle, unreadable: true })
}

export function stopSending(): void {
  aborting?.abort()
}

/** Sends the chosen files one after the other and has the server load them, or look at their columns where nothing describes them. */
export async function sendChosen(): Promise<void> {
  const { chosen } = useSending.getState()
  if (chosen === undefined) return
  aborting = new AbortController()
  const { signal } = aborting
  dismissJob()
  useSending.setState({ sent: 0, failure: undefined })
  if (!(await areReadable(chosen))) return giveUpChosen()
  let upload: string | undefined
  try {
    const files = chosen.taken.map(({ path, file }) => ({ name: path, bytes: file.size }))
    upload = (await call('openUpload', { body: { files }, signal })).id
    for (const [place, file] of chosen.taken.entries()) {
      await put(upload, place, file, signal)
      useSending.setState(({ sent = 0 }) => ({ sent: sent + file.file.size }))
    }
    if (chosen.described) {
      followJob(await call('loadUpload', { params: { id: upload }, body: {} }))
    } else await startMapping(upload, signal)
    useSending.setState(idle)
  } catch (failure) {
    if (upload !== undefined) void call('dropUpload', { params: { id: upload } }).catch(() => {})
    useSending.setState({ sent: undefined, failure: signal.aborted ? undefined : failure })
  }
}

/** A file that was changed since it was chosen can no longer be read, and sending it would look as if the server had gone. */
async function areReadable({ taken }: Chosen): Promise<boolean> {
  try {
    await Promise.all(taken.map(({ file }) => file.slice(0, 1).arrayBuffer()))
    return true
  } catch {
    return false
  }
}

async function put(id: string, place: number, { file }: ChosenFile, signal: AbortSignal) {
  await putFile(
    addressOf({ path: otherAddresses.uploadFile }, { params: { id, place } }),
    file,
    signal,
  )
}

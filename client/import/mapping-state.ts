import { create } from 'zustand'

import type { FileChoice, FilePreview, Proposal } from '../../server/contract/uploads.ts'
import { call } from '../api/call.ts'
import { dismissJob, followJob } from '../jobs/job-state.ts'
import { type About, aboutOf, type Choices, type Constants, describe } from './description.ts'

/** Files without a description, on their way to one. */
export interface Mapping {
  readonly upload: string
  readonly proposal: Proposal
  readonly choices: Choices
  readonly about: About
  /** Values for all rows that a person typed; what is proposed stands in the proposal. */
  readonly typed: Constants
  /** What would come of the first rows; absent until it is asked for, and after every change. */
  readonly previews: readonly FilePreview[] | undefined
  /** The server is asked. */
  readonly asking: boolean
  readonly failure: unknown
}

/** It survives a look at the picture. */
export const useMapping = create<{ readonly mapping: Mapping | undefined }>()(() => ({
  mapping: undefined,
}))

export const noChoice: FileChoice = { columns: {}, dates: {} }

/** Has the server look at files that have arrived, and shows what it takes them for. */
export async function startMapping(upload: string, signal: AbortSignal): Promise<void> {
  const proposal = await call('proposeUpload', { params: { id: upload }, body: {}, signal })
  useMapping.setState({
    mapping: {
      ...{ upload, proposal, choices: {} },
      about: aboutOf(proposal),
      typed: {},
      ...{ previews: undefined, asking: false, failure: undefined },
    },
  })
}

export function setAbout(part: Partial<About>): void {
  change((mapping) => ({ about: { ...mapping.about, ...part } }))
}

export function setConstant(file: string, field: string, value: string): void {
  change(({ typed }) => ({ typed: { ...typed, [file]: { ...typed[file], [field]: value } } }))
}

/** Asks for the proposal again with what a person chose for a file; a choice that is overtaken by a later one is not shown. */
export async function choose(file: string, choice: FileChoice | undefined): Promise<void> {
  change(({ choices }) => {
    const { [file]: _, ...others } = choices
    return { choices: choice === undefined ? others : { ...others, [file]: choice } }
  })
  await ask(async ({ upload, choices }) => {
    const proposal = await call('proposeUpload', { params: { id: upload }, body: { choices } })
    return (now) => (now.choices === choices ? { proposal } : {})
  })
}

/** Shows what would come of the first rows. */
export async function preview(): Promise<void> {
  await ask(async ({ upload, proposal, about, typed }) => {
    const description = describe(proposal, about, typed)
    const { files } = await call('previewUpload', { params: { id: upload }, body: { description } })
    return () => ({ previews: files })
  })
}

export function backToColumns(): void {
  change(() => ({ previews: undefined }))
}

/** Loads what was looked at; the job is followed from there. */
export async function loadMapped(): Promise<void> {
  const { mapping } = useMapping.getState()
  if (mapping === undefined) return
  await ask(async ({ upload }) => {
    dismissJob()
    followJob(await call('loadUpload', { params: { id: upload }, body: {} }))
    useMapping.setState({ mapping: undefined })
    return () => ({})
  })
}

/** Puts the files away, here and on the server. */
export function giveUpMapping(): void {
  const { mapping } = useMapping.getState()
  useMapping.setState({ mapping: undefined })
  if (mapping === undefined) return
  void call('dropUpload', { params: { id: mapping.upload } }).catch(() => {})
}

function change(to: (mapping: Mapping) => Partial<Mapping>): void {
  useMapping.setState(({ mapping }) => ({
    mapping:
      mapping === undefined
        ? undefined
        : { ...mapping, previews: undefined, failure: undefined, ...to(mapping) },
  }))
}

async function ask(
  work: (mapping: Mapping) => Promise<(now: Mapping) => Partial<Mapping>>,
): Promise<void> {
  change(({ previews }) => ({ asking: true, previews }))
  const { mapping } = useMapping.getState()
  if (mapping === undefined) return
  try {
    const answer = await work(mapping)
    change((now) => ({ asking: false, ...answer(now) }))
  } catch (failure) {
    change(({ previews }) => ({ asking: false, failure, previews }))
  }
}

import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'

import { FailureError, RefusalError } from '../../domain/failure.ts'
import type { SealedLead } from '../../domain/lead.ts'
import { failure, refusal } from '../../domain/refusals.ts'
import { stampLeads } from '../../jobs/time-stamp/stamp-lead.ts'
import type { FileSource } from '../../store/files.ts'
import type { Store } from '../../store/port.ts'
import type { Shell } from '../command.ts'
import { timeStampAuthority } from '../store-address.ts'
import type { LeadCommandOptions } from './lead-options.ts'

interface StampInput {
  readonly store: Store
  /** Of a lead or of one of its packages. */
  readonly id: string | undefined
  readonly options: LeadCommandOptions
  readonly shell: Shell
}

/** Where the time stamp of a package is looked for and written: `lead.tsr` beside `lead.zip`. */
export function stampPathOf(path: string): string {
  return `${path.replace(/\.zip$/i, '')}.tsr`
}

/** The authority that options and environment name. */
export function authorityOf(options: LeadCommandOptions, shell: Shell) {
  const { 'time-stamp': url, 'time-stamp-policy': policy } = options
  return timeStampAuthority(shell, { url, policy })
}

/** One file for one package, a folder with one file each for several; the time stamp of each beside it. */
export async function writePackages(
  store: Store,
  leads: readonly SealedLead[],
  path: string,
): Promise<void> {
  if (1 < leads.length) await mkdir(path, { recursive: true })
  for (const lead of leads) {
    const own = leads.length === 1 ? path : join(path, `${lead.id}.zip`)
    await writeOut(own, await store.leadPackage(lead.id))
    await writeStamp(store, lead, stampPathOf(own))
  }
}

/** `revenant lead stamp`: asks for the time stamps that packages lack, and writes those that they have. */
export async function stampStep(input: StampInput): Promise<readonly SealedLead[]> {
  const { store, options, shell } = input
  const leads = await packagesOf(input)
  const authority = authorityOf(options, shell)
  if (authority === undefined && leads.some(({ stamp }) => stamp === undefined))
    throw refusal('stamp-off', {})
  const stamped = await stampLeads(store, leads, authority)
  refuseUnstamped(stamped)
  if (options.out !== undefined) {
    const path = resolve(shell.folder, options.out)
    if (1 < stamped.length) await mkdir(path, { recursive: true })
    for (const lead of stamped)
      await writeStamp(store, lead, stamped.length === 1 ? path : join(path, `${lead.id}.tsr`))
  }
  return stamped
}

/** Throws a FailureError that names every package without the time stamp that was asked for. */
export function refuseUnstamped(leads: readonly SealedLead[]): void {
  const told = leads.flatMap(({ id, unstamped }) =>
    unstamped === undefined ? [] : [failure('stamp-failed', { id, ...unstamped }).message],
  )
  if (0 < told.length) throw new FailureError(told.join('\n'))
}

async function packagesOf({ store, id }: StampInput): Promise<SealedLead[]> {
  const paper = (await store.papers('lead')).find((own) => own.id === id)
  const ids = paper?.body.packages ?? [id]
  const leads = (await store.leads()).filter((lead) => ids.includes(lead.id))
  if (0 < leads.length) return leads.toReversed()
  throw new RefusalError(
    `${id === undefined ? 'Name a lead' : `No sealed lead has the id ${id}`}; \`revenant lead list\` lists those that there are.`,
  )
}

async function writeStamp(store: Store, { stamp }: SealedLead, path: string): Promise<void> {
  if (stamp !== undefined) await writeOut(path, await store.file('leads', stamp.sha256))
}

async function writeOut(path: string, sealed: FileSource | undefined): Promise<void> {
  try {
    await pipeline(sealed?.chunks() ?? [], createWriteStream(path))
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new FailureError(
      `The lead is sealed and kept in the store, and could not be written to ${path} (${why}); fetch it from the explorer.`,
      { cause },
    )
  }
}

import { createHash } from 'node:crypto'

import type { SealedLead } from '../domain/lead.ts'
import type { Run } from '../domain/run.ts'
import { type EpochMs, Sha256 } from '../domain/units.ts'
import type { LeadContents } from '../leads/contents.ts'
import type { Signer } from '../leads/formats/signature.ts'
import { packLead } from '../leads/lead.ts'
import type { LeadOptions } from '../leads/options.ts'
import type { Store } from '../store/port.ts'
import { type Asked, leadContents } from './lead-contents.ts'
import { leadFonts, leadVerifier } from './lead-files.ts'
import { nextNumber } from './lead-numbers.ts'
import { version } from './package-root.ts'

export interface SealOptions {
  readonly run: Run
  readonly ring: string
  readonly to: string
  readonly territory?: string | undefined
  readonly by: string
  readonly now: EpochMs
  readonly signer: Signer
}

/** What is said of a lead that is sealed in one go. */
type AtOnce = SealOptions & Asked

export interface Sealed {
  readonly lead: SealedLead
  readonly bytes: Uint8Array
}

/** Drafts a lead about one ring, seals it for one recipient and keeps it, all in one go and approved by nobody; undefined when the run has no such ring. */
export async function sealLead(
  store: Store,
  { run, ring, rights, tables, ...options }: AtOnce,
): Promise<Sealed | undefined> {
  const contents = await leadContents(store, run, ring, { rights, tables })
  if (contents === undefined) return undefined
  const id = `${await nextNumber(store, options.now)}-v1`
  return sealPackage(store, contents, { ...options, id })
}

export type PackageOptions = Omit<LeadOptions, 'fonts' | 'verifier' | 'software'> &
  Pick<SealedLead, 'audience'>

/** Packs what one recipient gets, and keeps it. */
export async function sealPackage(
  store: Store,
  contents: LeadContents,
  { audience, ...options }: PackageOptions,
): Promise<Sealed> {
  const bytes = await packLead(contents, {
    ...options,
    fonts: await leadFonts(),
    verifier: await leadVerifier(),
    software: `Revenant ${version}`,
  })
  const { id, to, now, by, approvedBy, supersedes } = options
  const lead: SealedLead = {
    id,
    ring: contents.ring.id,
    run: contents.run.id,
    recipient: to,
    sealedAt: now,
    sealedBy: by,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(audience !== undefined && { audience }),
    ...(supersedes !== undefined && { supersedes }),
    sha256: Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
    size: bytes.length,
  }
  await store.putLead(lead, bytes)
  return { lead, bytes }
}

import type { CustodyDraft } from '../domain/evidence/custody.ts'
import type { SealedLead } from '../domain/lead.ts'
import type { Run } from '../domain/run.ts'
import type { EpochMs } from '../domain/units.ts'
import type { LeadContents } from '../leads/contents.ts'
import type { Enclosed } from '../leads/enclosed.ts'
import type { Signer } from '../leads/formats/signature.ts'
import { leadChunks } from '../leads/lead.ts'
import type { LeadOptions } from '../leads/options.ts'
import type { Store } from '../store/port.ts'
import { type Asked, leadContents } from './lead-contents.ts'
import { custodyVerifier, leadFonts, leadVerifier } from './lead-files.ts'
import { nextNumber } from './lead-numbers.ts'
import { version } from './package-root.ts'
import type { Authority } from './time-stamp/ask-authority.ts'
import { stampLeads } from './time-stamp/stamp-lead.ts'

export interface SealOptions {
  readonly run: Run
  readonly ring: string
  readonly to: string
  readonly territory?: string | undefined
  readonly by: string
  readonly now: EpochMs
  readonly signer: Signer
  /** Who is asked for a time stamp once it is sealed; nobody when absent. */
  readonly authority?: Authority | undefined
}

/** What is said of a lead that is sealed in one go. */
type AtOnce = SealOptions & Asked

/** Drafts a lead about one ring, seals it for one recipient and keeps it, all in one go and approved by nobody; undefined when the run has no such ring. */
export async function sealLead(
  store: Store,
  { run, ring, rights, shops, tables, authority, ...options }: AtOnce,
): Promise<SealedLead | undefined> {
  const contents = await leadContents(store, run, ring, { rights, shops, tables })
  if (contents === undefined) return undefined
  const id = `${await nextNumber(store, options.now)}-v1`
  const lead = await sealPackage(store, contents, { ...options, ring, id })
  return (await stampLeads(store, [lead], authority))[0]
}

export type PackageOptions = Omit<
  LeadOptions,
  'fonts' | 'verifier' | 'custodyVerifier' | 'software'
> &
  Pick<SealedLead, 'audience' | 'ring'>

/** Packs what one recipient gets, and keeps it. */
export async function sealPackage(
  store: Store,
  contents: LeadContents,
  { audience, ring, ...options }: PackageOptions,
): Promise<SealedLead> {
  const packed = leadChunks(contents, {
    ...options,
    fonts: await leadFonts(),
    verifier: await leadVerifier(),
    custodyVerifier: await custodyVerifier(),
    software: `Revenant ${version}`,
  })
  const { id, to, now, by, approvedBy, supersedes } = options
  const { sha256, size } = await store.keepFile('leads', packed, { most: mostPackageBytes })
  const lead: SealedLead = {
    id,
    ring,
    run: contents.run.id,
    recipient: to,
    sealedAt: now,
    sealedBy: by,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(audience !== undefined && { audience }),
    ...(supersedes !== undefined && { supersedes }),
    sha256,
    size,
  }
  await store.putLead(lead, sealings(lead, contents.enclosed))
  return lead
}

/** In bytes: more than the files of evidence may hold, with everything else around them. */
const mostPackageBytes = 1_073_741_824

/** Custody says of each enclosed file which lead it went into. */
function sealings(
  { id, sealedAt, sealedBy, sha256 }: SealedLead,
  enclosed: Enclosed | undefined,
): CustodyDraft[] {
  return (enclosed?.items ?? [])
    .filter(({ content }) => typeof content !== 'string')
    .map(({ item }) => ({
      what: 'sealed',
      at: sealedAt,
      by: sealedBy,
      file: item.file.sha256,
      lead: id,
      package: sha256,
    }))
}

import { createHash } from 'node:crypto'

import type { SealedLead } from '../domain/lead.ts'
import type { Run } from '../domain/run.ts'
import { type EpochMs, Sha256 } from '../domain/units.ts'
import type { Signer } from '../leads/formats/signature.ts'
import { packLead } from '../leads/lead.ts'
import type { Store } from '../store/port.ts'
import { leadContents } from './lead-contents.ts'
import { leadFonts, leadVerifier } from './lead-files.ts'
import { version } from './package-root.ts'

export interface SealOptions {
  readonly run: Run
  readonly ring: string
  readonly to: string
  readonly by: string
  readonly now: EpochMs
  readonly signer: Signer
}

/** Drafts a lead about one ring, seals it for one recipient and keeps it; undefined when the run has no such ring. */
export async function sealLead(
  store: Store,
  { run, ring, to, by, now, signer }: SealOptions,
): Promise<{ readonly lead: SealedLead; readonly bytes: Uint8Array } | undefined> {
  const contents = await leadContents(store, run, ring)
  if (contents === undefined) return undefined
  const id = nextId(await store.leads(), now)
  const bytes = await packLead(contents, {
    id,
    now,
    by,
    to,
    signer,
    fonts: await leadFonts(),
    verifier: await leadVerifier(),
    software: `Revenant ${version}`,
  })
  const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const lead: SealedLead = {
    id,
    ring,
    run: run.id,
    recipient: to,
    sealedAt: now,
    sealedBy: by,
    sha256,
    size: bytes.length,
  }
  await store.putLead(lead, bytes)
  return { lead, bytes }
}

/** Numbered within the year of sealing, in UTC; every lead is a first version until versions can supersede each other. */
function nextId(leads: readonly SealedLead[], now: EpochMs): string {
  const prefix = `L-${new Date(now).getUTCFullYear()}-`
  const taken = leads
    .filter(({ id }) => id.startsWith(prefix))
    .map(({ id }) => Number(id.slice(prefix.length, prefix.length + 6)))
  const next = taken.reduce((highest, number) => Math.max(highest, number), 0) + 1
  return `${prefix}${String(next).padStart(6, '0')}-v1`
}

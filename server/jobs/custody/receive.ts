import type { z } from 'zod'

import { canonicalJson } from '../../domain/canonical.ts'
import type { Collection, Keeping } from '../../domain/evidence/collection.ts'
import { CustodyDraft } from '../../domain/evidence/custody.ts'
import { mostFileBytes } from '../../domain/evidence/evidence-file.ts'
import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import { formatOf } from '../../domain/evidence/format-of.ts'
import { RefusalError } from '../../domain/failure.ts'
import { toKey } from '../../domain/keys.ts'
import type { EpochMs, Sha256 } from '../../domain/units.ts'
import type { Files, KeptFile } from '../../store/files.ts'
import type { Custody, RecordReads } from '../../store/port.ts'
import { act } from './act.ts'
import { holdingsOf } from './items.ts'
import { refuseUnknownDataset } from './terms.ts'

/** What comes with a file that is handed in. */
export interface Receipt {
  readonly name: string
  /** Who hands it in. */
  readonly by: string
  readonly now: EpochMs
  readonly collection: Collection
  readonly keeping: Keeping
  readonly about: readonly string[]
  readonly derivedFrom?: Sha256 | undefined
  /** True to take a file of none of the known formats. */
  readonly other: boolean
}

export interface Received {
  readonly item: EvidenceItem
  /** False when the same file had been handed in with the same words before, so that nothing was written. */
  readonly added: boolean
}

type Kept = Files & Custody & Pick<RecordReads, 'sources'>

/**
 * Takes a file into evidence: its bytes as they are, then the event that says so. A process that dies between the two leaves bytes that
 * nobody speaks of, which handing the file in again completes. Throws a RefusalError for an empty file and for a format that is not known.
 */
export async function receiveFile(
  store: Kept,
  bytes: AsyncIterable<Uint8Array>,
  receipt: Receipt,
): Promise<Received> {
  await refuseUnknownDataset(store, receipt.keeping)
  const kept = await store.keepFile('evidence', bytes, { most: mostFileBytes })
  const draft = await checkedDraft(store, kept, receipt)
  const event = await act(store, ({ items }) =>
    isSaid(items.get(kept.sha256), draft) ? undefined : draft,
  )
  const item = (await holdingsOf(store)).items.get(kept.sha256)
  if (item === undefined) throw new Error(`${kept.sha256} was received and is not there`)
  return { item, added: event !== undefined }
}

type ReceivedDraft = Extract<z.infer<typeof CustodyDraft>, { what: 'received' }>

async function checkedDraft(store: Kept, kept: KeptFile, receipt: Receipt): Promise<ReceivedDraft> {
  const { sha256, sha512, size, head } = kept
  const { name, by, now, collection, keeping, derivedFrom } = receipt
  const { items } = await holdingsOf(store)
  const format = formatOf(head, name)
  const problem = problemOf(receipt, {
    size,
    format,
    isKnown: derivedFrom === undefined || items.has(derivedFrom),
  })
  if (problem !== undefined) {
    if (!items.has(sha256)) await store.removeFile('evidence', sha256)
    throw new RefusalError(problem)
  }
  const draft = CustodyDraft.safeParse({
    what: 'received',
    at: now,
    by,
    file: sha256,
    facts: { sha256, sha512, size, format, name },
    collection,
    keeping,
    about: subjectsOf(receipt.about),
    ...(derivedFrom !== undefined && { derivedFrom }),
  })
  if (draft.success) return draft.data as ReceivedDraft
  throw new RefusalError(
    `${name} cannot be taken with these words: ${draft.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}.`,
    { cause: draft.error },
  )
}

function problemOf(
  { name, other, derivedFrom }: Receipt,
  { size, format, isKnown }: { size: number; format: string; isKnown: boolean },
): string | undefined {
  if (size === 0) return `${name} is empty; a file of evidence holds something.`
  if (!isKnown)
    return `${name} is said to be made from ${derivedFrom}, which is not in evidence; add that first.`
  if (format !== 'other' || other) return undefined
  return `${name} is none of the formats that are taken as they are (PNG, JPEG, WebP, GIF, PDF, MP4, MOV, WebM, WARC, WACZ, MHTML, EML, JSON, CSV, plain text); say that it is something else (\`--other\`) to keep it all the same.`
}

/** Keys as the graph has them: a bare `platform/id` means a shop. */
export function subjectsOf(about: readonly string[]): string[] {
  const named = about.map((one) => {
    const bare = one.trim()
    return /^(record|waybill|test_buy):/.test(bare) ? bare : (toKey(bare) ?? bare)
  })
  return [...new Set(named)].toSorted()
}

/** Whether the item already says all that a receipt would add. */
function isSaid(item: EvidenceItem | undefined, draft: ReceivedDraft): boolean {
  if (item === undefined || item.destroyedAt !== undefined) return false
  const { transactionEnd, case: name, caseClosed, dataset, mayGoTo } = draft.keeping
  const known = item.cases.find((one) => one.name === name)
  return (
    item.receipts.some(
      ({ collection, by }) =>
        by === draft.by && canonicalJson(collection) === canonicalJson(draft.collection),
    ) &&
    draft.about.every((one) => item.about.includes(one)) &&
    (transactionEnd === undefined || item.transactionEnd === transactionEnd) &&
    (name === undefined || (known !== undefined && known.closed === caseClosed)) &&
    (dataset === undefined || item.datasets.includes(dataset)) &&
    (mayGoTo === undefined || item.mayGoTo?.every((place) => mayGoTo.includes(place)) === true)
  )
}

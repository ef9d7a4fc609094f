import type { Keeping } from '../../domain/evidence/collection.ts'
import { CustodyDraft } from '../../domain/evidence/custody.ts'
import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import { dayEverywhere, type Retention, retentionOf } from '../../domain/evidence/retention.ts'
import { RefusalError } from '../../domain/failure.ts'
import type { EpochMs } from '../../domain/units.ts'
import type { Files } from '../../store/files.ts'
import type { Custody, RecordReads } from '../../store/port.ts'
import { act } from './act.ts'
import { holdingsOf, itemNamed } from './items.ts'
import { subjectsOf } from './receive.ts'
import { refuseUnknownDataset } from './terms.ts'

/** Who does something to which file (its SHA-256 or the beginning of it), when and why. */
export interface Doing {
  readonly file: string
  readonly by: string
  readonly now: EpochMs
  readonly why: string
}

type Kept = Files & Custody

/** Holds a file: it is destroyed on no day while anybody holds it. */
export function holdFile(store: Custody, doing: Doing): Promise<EvidenceItem> {
  return done(store, doing, () => [{ what: 'held', why: doing.why }])
}

/** Lifts the hold of a number, or the only one that there is. */
export function releaseFile(
  store: Custody,
  doing: Doing & { readonly hold?: number | undefined },
): Promise<EvidenceItem> {
  return done(store, doing, ({ file, holds }) => {
    const hold = doing.hold ?? (holds.length === 1 ? holds[0]?.seq : undefined)
    if (hold !== undefined && holds.some(({ seq }) => seq === hold)) {
      return [{ what: 'released', hold, why: doing.why }]
    }
    const numbers = holds.map(({ seq }) => seq).join(', ')
    throw new RefusalError(
      numbers === ''
        ? `Nobody holds ${file.name}.`
        : `${file.name} is held by ${numbers}; say which of these to release.`,
    )
  })
}

/** Adds what a file is about, and what keeping it and passing it on depends on. */
export async function describeFile(
  store: Custody & Pick<RecordReads, 'sources'>,
  doing: Omit<Doing, 'why'> & {
    readonly why?: string | undefined
    readonly about: readonly string[]
    readonly keeping: Keeping
  },
): Promise<EvidenceItem> {
  const { about, keeping, why } = doing
  await refuseUnknownDataset(store, keeping)
  return done(store, doing, () => [
    {
      what: 'described',
      about: subjectsOf(about),
      keeping,
      ...(why !== undefined && { note: why }),
    },
  ])
}

/** Says that a file leaves the store, before it does. */
export function exportFile(store: Custody, doing: Doing): Promise<EvidenceItem> {
  return done(store, doing, (item) => {
    if (item.destroyedAt !== undefined) throw new RefusalError(`${item.file.name} was destroyed.`)
    return [{ what: 'exported', why: doing.why }]
  })
}

/** Says that the original, or the medium that holds it, is now somewhere else. */
export function moveFile(store: Custody, doing: Omit<Doing, 'why'> & { readonly to: string }) {
  return done(store, doing, () => [{ what: 'moved', to: doing.to }])
}

/**
 * Destroys a file that nothing keeps any more: what custody says of it stays. Throws a RefusalError on any day before the day after the last
 * one that it has to be kept on, and while it is held.
 */
export async function destroyFile(store: Kept, doing: Doing): Promise<EvidenceItem> {
  const item = await done(store, doing, (found) => {
    const retention = retentionOf(found, dayEverywhere(doing.now))
    if (retention.state === 'destroyed') return []
    if (retention.state === 'due') return [{ what: 'destroyed', why: doing.why }]
    throw new RefusalError(`${found.file.name} is not destroyed: ${whyKept(retention)}.`)
  })
  // Said first and done then: a process that dies between the two leaves bytes that the next call takes away.
  const now = (await holdingsOf(store)).items.get(item.file.sha256)
  if (now?.destroyedAt !== undefined) await store.removeFile('evidence', item.file.sha256)
  return item
}

function whyKept(retention: Exclude<Retention, { state: 'due' | 'destroyed' }>): string {
  switch (retention.state) {
    case 'kept':
      return `it has to be kept until the end of ${retention.until}`
    case 'held':
      return 'somebody holds it; release it first'
    case 'open_case':
      return 'it is kept for a case that is not closed'
    case 'undated':
      return 'nobody has said when its transaction ended or its case was closed'
  }
}

async function done(
  store: Custody,
  { file, by, now }: Omit<Doing, 'why'>,
  say: (item: EvidenceItem) => readonly object[],
): Promise<EvidenceItem> {
  let sha256: EvidenceItem['file']['sha256'] | undefined
  await act(store, (holdings) => {
    const item = itemNamed(holdings, file)
    sha256 = item.file.sha256
    const [said] = say(item)
    return said && checked({ ...said, at: now, by, file: sha256 })
  })
  const item = sha256 && (await holdingsOf(store)).items.get(sha256)
  if (item === undefined) throw new Error(`${file} is gone from the chain`)
  return item
}

function checked(draft: object): CustodyDraft {
  const parsed = CustodyDraft.safeParse(draft)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new RefusalError(`${issue?.path.join('.')}: ${issue?.message}`, { cause: parsed.error })
}

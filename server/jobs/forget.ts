import type { Facts } from '../domain/fact.ts'
import { toKey } from '../domain/keys.ts'
import type { ForgetReason } from '../domain/paper/forgetting.ts'
import type { ForgettingPaper } from '../domain/paper/paper.ts'
import { refusal } from '../domain/refusals.ts'
import { type EpochMs, Sha256 } from '../domain/units.ts'
import type { Unwanted } from '../store/past-reads.ts'
import type { Store } from '../store/port.ts'
import { holdingsOf } from './custody/items.ts'
import { names } from './forget-mentions.ts'
import type { OnProgress } from './progress.ts'

export interface ForgetAsked {
  readonly unwanted: Unwanted
  readonly reason: ForgetReason
  /** In words, without what is forgotten. */
  readonly because: string
  readonly by: string
  /** Of the trace that stays. */
  readonly id: string
  readonly at: EpochMs
  /** How many versions a person was shown before; it is refused where there are others now. */
  readonly seen?: number | undefined
  readonly onProgress?: OnProgress | undefined
}

/** What a person names on a command line: a dataset where it is said to be one, the SHA-256 of a record, or a node by its key or a shop's `platform/id`. */
export function unwantedNamed({
  dataset,
  name,
}: {
  readonly dataset?: string | undefined
  readonly name?: string | undefined
}): Unwanted {
  if (dataset !== undefined) return { what: 'dataset', dataset }
  const hash = Sha256.safeParse(name)
  if (hash.success) return { what: 'record', hash: hash.data }
  return { what: 'node', key: toKey(name ?? '') ?? name ?? '' }
}

/**
 * Forgets for good what no longer counts of a dataset, or all that was ever said of a record or a node; that it was forgotten is kept, and by whom and why. Throws a RefusalError where
 * there is nothing of the kind, where a file of evidence about it is under hold, and where a sealed lead stands on it. Files of evidence, runs, leads, papers and quarantined rows stay as they are.
 */
export async function forget(
  store: Store,
  { unwanted, id, seen, onProgress = () => undefined, ...trace }: ForgetAsked,
): Promise<ForgettingPaper> {
  onProgress({ stage: 'read', done: 0 })
  const total = await forgettable(store, unwanted, seen)
  const begun: ForgettingPaper = { id, kind: 'forgetting', body: { what: unwanted.what, ...trace } }
  // The trace first: what was broken off is seen to have begun.
  await store.putPaper(begun)
  onProgress({ stage: 'erase', done: 0, total })
  const versions = await store.forget(unwanted, (done) =>
    onProgress({ stage: 'erase', done, total }),
  )
  const done: ForgettingPaper = { ...begun, body: { ...begun.body, versions } }
  await store.putPaper(done)
  return done
}

/** How many versions there are to forget; throws a RefusalError where there are none, others than were seen, or where they may not be forgotten. */
export async function forgettable(
  store: Store,
  unwanted: Unwanted,
  seen: number | undefined,
): Promise<number> {
  const said = await store.unwanted(unwanted)
  if (said.length === 0) throw refusal('forget-nothing', { what: unwanted.what })
  await refuseForgetting(store, said)
  if (seen !== undefined && seen !== said.length)
    throw refusal('forget-changed', { seen, found: said.length })
  return said.length
}

/** Throws a RefusalError while evidence about it is under hold, and where a sealed lead may stand on it. */
export async function refuseForgetting(store: Store, said: readonly Facts[]): Promise<void> {
  await refuseHeld(store, said)
  await refuseSealed(store, said)
}

async function refuseHeld(store: Store, said: readonly Facts[]): Promise<void> {
  const { items } = await holdingsOf(store)
  const touched = touchedBy(said)
  const datasets = new Set(said.map(({ record }) => record.dataset))
  const held = [...items.values()].filter(
    ({ holds, destroyedAt, about, datasets: own }) =>
      0 < holds.length &&
      destroyedAt === undefined &&
      (names(touched, about) || own.some((one) => datasets.has(one))),
  )
  const files = held.map(({ file }) => file.sha256.slice(0, 8))
  if (0 < files.length) throw refusal('forget-held', { files })
}

/** A lead stands on what was said of any shop of its ring, in the run that it was made of. */
async function refuseSealed(store: Store, said: readonly Facts[]): Promise<void> {
  const touched = touchedBy(said)
  const leads: string[] = []
  for (const lead of await store.leads()) {
    const ring = await store.ring(lead.run, lead.ring)
    // Of a ring that is kept no longer nobody can say what it stood on.
    if (
      ring === undefined ||
      names(
        touched,
        ring.members.map(({ shop }) => shop),
      )
    )
      leads.push(lead.id)
  }
  if (0 < leads.length) throw refusal('forget-sealed', { leads })
}

/** Keys of what the records name or are about, and the hashes of the records. */
function touchedBy(said: readonly Facts[]): ReadonlySet<string> {
  return new Set(
    said.flatMap(({ record, nodes, about }) => [
      record.hash,
      ...nodes.map(({ key }) => key),
      ...about,
    ]),
  )
}

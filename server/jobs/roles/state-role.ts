import { FailureError } from '../../domain/failure.ts'
import { kindOf, type NodeKey, toKey } from '../../domain/keys.ts'
import type { RolePaper } from '../../domain/paper/paper.ts'
import { paperIdOf } from '../../domain/paper/paper-id.ts'
import { type StatedRole, whyNoRole } from '../../domain/paper/role.ts'
import { dayOfMoment, type EpochMs, type IsoDate } from '../../domain/units.ts'
import type { GraphReads, RecordReads, Runs, Work } from '../../store/port.ts'

/** What somebody states, as it comes in. */
export interface Statement
  extends Pick<StatedRole, 'subject' | 'role' | 'of' | 'grounds' | 'because' | 'by'> {
  /** Today when absent. */
  readonly on?: IsoDate | undefined
}

/** Why a statement cannot be taken, as a permanent code with a sentence. */
export interface Untaken {
  readonly code: 'node-unknown' | 'ring-unknown' | 'run-missing' | 'request-invalid'
  readonly sentence: string
}

type Reads = GraphReads & RecordReads & Runs

/** The statement by the keys that the store knows, or why it cannot be taken: everything that it names has to be there. */
export async function checkStatement(
  store: Reads,
  said: Statement,
): Promise<Untaken | (Statement & Pick<StatedRole, 'run'>)> {
  const subject = await store.node(toKey(said.subject) ?? said.subject)
  if (subject === undefined) return unknownNode(said.subject)
  const of = toKey(said.of) ?? said.of
  const ofKind = kindNamed(of)
  if (ofKind === undefined) return unknownNode(said.of)
  const why = whyNoRole(said.role, subject.kind, ofKind)
  if (why !== undefined) return { code: 'request-invalid', sentence: why }
  const held = ofKind === 'Ring' ? await currentRing(store, of) : await knownShop(store, of)
  if ('code' in held) return held
  const missing = await recordMissing(store, said)
  if (missing !== undefined) return missing
  return { ...said, subject: subject.key, of, ...held }
}

/** Keeps what was checked. */
export async function stateRole(
  store: Work,
  said: Statement & Pick<StatedRole, 'run'>,
  { now, id }: { readonly now: EpochMs; readonly id: string },
): Promise<RolePaper> {
  const { on = dayOfMoment(now), ...rest } = said
  const paper: RolePaper = { id: paperIdOf(now, id), kind: 'role', body: { ...rest, on, at: now } }
  await store.putPaper(paper)
  return paper
}

/** States it or throws a FailureError with the sentence why not. */
export async function stateChecked(
  store: Reads & Work,
  said: Statement,
  given: { readonly now: EpochMs; readonly id: string },
): Promise<RolePaper> {
  const checked = await checkStatement(store, said)
  if ('code' in checked) throw new FailureError(checked.sentence)
  return await stateRole(store, checked, given)
}

/** The statement withdrawn, and kept; undefined when there is none by that id. Withdrawing twice is withdrawing once: the first time stands. */
export async function withdrawRole(
  store: Work,
  id: string,
  withdrawn: NonNullable<StatedRole['withdrawn']>,
): Promise<RolePaper | undefined> {
  const paper = (await store.papers('role')).find((own) => own.id === id)
  if (paper === undefined || paper.body.withdrawn !== undefined) return paper
  const kept: RolePaper = { ...paper, body: { ...paper.body, withdrawn } }
  await store.putPaper(kept)
  return kept
}

async function currentRing(store: Runs, ring: string): Promise<Untaken | { readonly run: number }> {
  const run = await store.currentRun()
  if (run === undefined)
    return {
      code: 'run-missing',
      sentence: 'Rings were not worked out yet; run `revenant detect`, and name one of its rings.',
    }
  if ((await store.ring(run.id, ring)) !== undefined) return { run: run.id }
  return {
    code: 'ring-unknown',
    sentence: `The current run has no ring ${ring}; \`revenant export rings\` lists those that it has.`,
  }
}

async function knownShop(
  store: GraphReads,
  shop: string,
): Promise<Untaken | Pick<StatedRole, 'run'>> {
  return (await store.node(shop)) === undefined ? unknownNode(shop) : {}
}

async function recordMissing(
  store: RecordReads,
  { grounds }: Statement,
): Promise<Untaken | undefined> {
  const hashes = grounds.flatMap((ground) => (ground.kind === 'record' ? [ground.hash] : []))
  const known = new Set((await store.records(hashes)).map(({ hash }) => hash))
  const missing = hashes.find((hash) => !known.has(hash))
  if (missing === undefined) return undefined
  return {
    code: 'request-invalid',
    sentence: `No record has the hash ${missing}; \`revenant export records\` lists those that there are.`,
  }
}

function unknownNode(reference: string): Untaken {
  return {
    code: 'node-unknown',
    sentence: `Nothing in the store has the key ${reference}; search for a name or an identifier instead.`,
  }
}

function kindNamed(key: string) {
  const parsed = toKey(key)
  return parsed === undefined ? undefined : kindOf(parsed as NodeKey)
}

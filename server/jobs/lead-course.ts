import type { RefusalError } from '../domain/failure.ts'
import type { SealedLead } from '../domain/lead.ts'
import type { LeadFile, LeadStep, Recipient } from '../domain/paper/lead.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { refusal } from '../domain/refusals.ts'
import type { Run } from '../domain/run.ts'
import type { EpochMs } from '../domain/units.ts'
import { approverOf, isSealed, moved, stateOf } from '../leads/course.ts'
import type { Signer } from '../leads/formats/signature.ts'
import { numberOf, type Split } from '../leads/split/split.ts'
import type { Store } from '../store/port.ts'
import { leadContents } from './lead-contents.ts'
import { nextNumber, nextVersion } from './lead-numbers.ts'
import { chosenShops } from './lead-scope.ts'
import type { LeadTables } from './lead-tables.ts'
import { tellRoles } from './roles/tell-roles.ts'
import { sealPackage } from './seal-lead.ts'
import type { Authority } from './time-stamp/ask-authority.ts'
import { stampLeads } from './time-stamp/stamp-lead.ts'

/** What an author says of a new lead. */
export type Drafting = Pick<
  LeadFile,
  'ring' | 'author' | 'to' | 'asks' | 'language' | 'names' | 'rights' | 'shops'
>

/** Begins a lead about a ring of the run; undefined when the run has no such ring. */
export async function draftLead(
  store: Store,
  run: Run,
  { now, shops: chosen, ...said }: Drafting & { readonly now: EpochMs },
): Promise<LeadPaper | undefined> {
  const ring = await store.ring(run.id, said.ring)
  if (ring === undefined) return undefined
  const shops = chosenShops(ring, chosen)
  return keep(store, {
    id: `${await nextNumber(store, now)}-v1`,
    kind: 'lead',
    body: {
      ...said,
      ...(shops !== undefined && { shops }),
      run: run.id,
      name: ring.name.slice(0, longestName),
      steps: [{ to: 'draft', by: said.author, at: now }],
      packages: [],
      outcomes: [],
      at: now,
      revision: 1,
    },
  })
}

const longestName = 200

/** A lead one step further; sealing is done by {@link sealDraft}. */
export async function stepLead(store: Store, paper: LeadPaper, step: LeadStep): Promise<LeadPaper> {
  if (step.to === 'sealed' || step.to === 'superseded')
    throw refusal('lead-sealed-by-saying', { to: step.to })
  return keep(store, { ...paper, body: moved(paper.body, step) })
}

/** A draft with other recipients, another request or in another language. Throws a RefusalError once somebody has reviewed it: what was approved is what is sealed. */
export async function editDraft(
  store: Store,
  paper: LeadPaper,
  said: Pick<LeadFile, 'to' | 'asks' | 'language' | 'names' | 'rights'>,
): Promise<LeadPaper> {
  const state = stateOf(paper.body)
  if (state !== 'draft') throw refusal('lead-not-a-draft', { id: paper.id, state })
  const { revision } = paper.body
  return keep(store, { ...paper, body: { ...paper.body, ...said, revision: revision + 1 } })
}

/** What sealing made: the lead, its packages, and who holds the version that it takes the place of. */
export interface SealedDraft {
  readonly paper: LeadPaper
  readonly packages: readonly SealedLead[]
  /** Recipients of the version before, who have to be told. */
  readonly toTell: readonly string[]
}

/**
 * Packs an approved lead for each of its recipients, with what that one may see, by the run that it was drafted on. The lead is sealed when all packages are kept; interrupted
 * before that, it is still approved, and sealing it again replaces what was kept. Throws a RefusalError when the lead is not approved, or its ring no longer there.
 */
export async function sealDraft(
  store: Store,
  paper: LeadPaper,
  {
    by,
    now,
    signer,
    tables,
    authority,
  }: {
    readonly by: string
    readonly now: EpochMs
    readonly signer: Signer
    readonly tables?: LeadTables | undefined
    /** Who is asked for time stamps once all packages are kept; nobody when absent. */
    readonly authority?: Authority | undefined
  },
): Promise<SealedDraft> {
  const { body } = paper
  const sealed = moved(body, { to: 'sealed', by, at: now })
  const run = (await store.runs()).find(({ id }) => id === body.run)
  const named = body.names === 'all' ? undefined : await statedIdentities(store, body)
  const packages: SealedLead[] = []
  for (const [place, recipient] of body.to.entries()) {
    const rule = { audience: recipient.audience, named }
    const { rights, shops } = body
    const more = { rule, rights, shops, split: splitOf(paper), tables }
    const contents = run && (await leadContents(store, run, body.ring, more))
    if (contents === undefined) throw noRing(body)
    const lead = await sealPackage(store, contents, {
      ring: body.ring,
      id: packageId(paper.id, place),
      now,
      by,
      to: recipient.name,
      audience: recipient.audience,
      territory: recipient.territory,
      approvedBy: approverOf(body),
      asks: body.asks,
      supersedes: body.supersedes,
      language: body.language,
      signer,
    })
    packages.push(lead)
  }
  const done = await keep(store, {
    ...paper,
    body: { ...sealed, packages: packages.map(({ id }) => id) },
  })
  const toTell = await supersede(store, body, { by, now })
  return { paper: done, packages: await stampLeads(store, packages, authority), toTell }
}

/** The leads about the ring of a lead that was split, with its own number. */
export function splitOf({ id, body: { parts } }: LeadPaper): Split | undefined {
  return parts === undefined ? undefined : { own: numberOf(id), parts }
}

/** Keys to which a role was stated, and not withdrawn, in the ring or in one of its shops. */
async function statedIdentities(
  store: Store,
  { ring, run, shops }: Pick<LeadFile, 'ring' | 'run' | 'shops'>,
): Promise<ReadonlySet<string>> {
  const members = shops ?? (await store.ring(run, ring))?.members.map(({ shop }) => shop) ?? []
  const about = new Set([ring, ...members])
  const told = await tellRoles(store, undefined)
  const standing = told.filter(
    ({ paper: { body }, stands }) =>
      body.withdrawn === undefined &&
      [body.of, ...stands.map((heir) => heir.ring)].some((id) => about.has(id)),
  )
  return new Set(standing.map(({ paper }) => paper.body.subject))
}

/** Begins the next version of a lead that has left, to correct it. */
export async function reviseLead(
  store: Store,
  paper: LeadPaper,
  { by, now, run }: { readonly by: string; readonly now: EpochMs; readonly run: Run },
): Promise<LeadPaper> {
  if (!isSealed(paper.body)) throw refusal('lead-not-left', { id: paper.id })
  const id = nextVersion(paper.id)
  if ((await store.papers('lead')).some((other) => other.id === id))
    throw refusal('lead-version-there', { id })
  const ring = await store.ring(run.id, paper.body.ring)
  if (ring === undefined) throw noRing({ ...paper.body, run: run.id })
  return keep(store, {
    id,
    kind: 'lead',
    body: {
      ...paper.body,
      author: by,
      run: run.id,
      steps: [{ to: 'draft', by, at: now }],
      packages: [],
      outcomes: [],
      supersedes: paper.id,
      at: now,
      revision: 1,
    },
  })
}

/** The version before is superseded when the next one is sealed, and not before. */
async function supersede(
  store: Store,
  { supersedes }: LeadFile,
  { by, now }: { readonly by: string; readonly now: EpochMs },
): Promise<string[]> {
  const before = (await store.papers('lead')).find(({ id }) => id === supersedes)
  if (before === undefined) return []
  await keep(store, { ...before, body: moved(before.body, { to: 'superseded', by, at: now }) })
  return before.body.to.map(({ name }: Recipient) => name)
}

/** The first recipient's package has the name of the lead. */
function packageId(id: string, place: number): string {
  return place === 0 ? id : `${id}-r${place + 1}`
}

function noRing({ ring, run }: Pick<LeadFile, 'ring' | 'run'>): RefusalError {
  return refusal('lead-ring-gone', { ring, run })
}

async function keep(store: Store, paper: LeadPaper): Promise<LeadPaper> {
  await store.putPaper(paper)
  return paper
}

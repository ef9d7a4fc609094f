import { compareText } from '../domain/canonical.ts'
import { nodeKey, toKey } from '../domain/keys.ts'
import { groundRecords } from '../domain/leads/lead-role.ts'
import type { RecordKind, SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'
import { placeRecords } from './claims/place.ts'
import type { LeadContents } from './contents.ts'
import type { Pseudonym } from './pseudonyms.ts'
import { chosenRights } from './rights/chosen.ts'

export interface RingRecords {
  /** Sorted by source, row, hash. */
  readonly records: readonly SourceRecord[]
  /** Those among them that tell of something that happened. */
  readonly events: ReadonlySet<Sha256>
  /** Cited records about shops or persons outside the ring. */
  readonly others: number
  /** Cited records that the contents do not hold. */
  readonly missing: number
}

interface Sides {
  readonly members: ReadonlySet<string>
  readonly names: ReadonlyMap<string, Pseudonym>
}

/** Fields that name a person who is only a witness: a buyer, or whoever a parcel goes to. */
const bystanderFields: Partial<Record<RecordKind, readonly string[]>> = {
  parcel: ['consignee'],
}

/** Kinds that describe no shop, and so cannot be about a stranger's. */
const shopless: ReadonlySet<RecordKind> = new Set([
  'identity',
  'factory',
  'place',
  'transfer',
  'right',
  'authorised',
  'evidence',
])

/** The records that are about the ring's own shops and things, each with its bystanders taken out. */
export function recordsOfRing(contents: LeadContents, sides: Sides): RingRecords {
  const known = new Map(
    [...contents.records, ...contents.events, ...(contents.rightRows?.rows ?? [])].map((record) => [
      record.hash,
      record,
    ]),
  )
  const about = aboutMembers(contents, sides)
  const strangers = new Set(
    contents.nodes.filter(({ key }) => sides.names.has(key)).flatMap(({ records }) => records),
  )
  const sent = new Set(
    contents.nodes.filter(({ kind }) => kind === 'Factory').flatMap(({ records }) => records),
  )
  const ownKeys = new Set(contents.nodes.map(({ key }) => loose(key)))
  const cited = [
    ...new Set([
      ...about,
      ...citedElsewhere(contents),
      ...rightRecords(contents),
      ...groundRecords(contents.roles?.items ?? []),
    ]),
  ]
  const found = cited.flatMap((hash) => known.get(hash) ?? [])
  const own = found.filter(
    (record) => isAboutMember(record, sides, about) || isNeutral(record, { strangers, sent }),
  )
  return {
    records: own
      .map((record) => withoutBystanders(record, sides, ownKeys))
      .toSorted(
        (a, b) => compareText(a.source, b.source) || a.row - b.row || compareText(a.hash, b.hash),
      ),
    events: new Set(contents.events.map(({ hash }) => hash)),
    others: found.length - own.length,
    missing: cited.length - found.length,
  }
}

/** Everything that the ring's shops, their relations, their ledgers and their events cite. */
function aboutMembers(contents: LeadContents, { members }: Sides): ReadonlySet<Sha256> {
  const links = contents.links.filter(({ from, to }) => members.has(from) && members.has(to))
  return new Set([
    ...contents.nodes.filter(({ key }) => members.has(key)).flatMap(({ records }) => records),
    ...contents.edges
      .filter(({ from, to }) => members.has(from) || members.has(to))
      .flatMap(({ records }) => records),
    ...links.flatMap(({ ledger }) =>
      ledger.bars.flatMap(({ a, b }) => [...a.records, ...b.records]),
    ),
    ...contents.events.map(({ hash }) => hash),
  ])
}

function citedElsewhere({ nodes, edges, attributions }: LeadContents): Sha256[] {
  return [
    ...nodes.flatMap(({ records }) => records),
    ...edges.flatMap(({ records }) => records),
    ...attributions.flatMap(({ path }) => path.flatMap(({ records }) => records)),
    ...attributions.flatMap(({ places = [] }) => placeRecords(places)),
  ]
}

/** Rights that the lead is about, and who may use them. */
function rightRecords({ ring, nodes, events, rightRows }: LeadContents): Sha256[] {
  if (rightRows === undefined) return []
  const { rows, stated } = rightRows
  const shops = ring.members.map(({ shop }) => shop)
  const records = [...rows, ...events]
  return chosenRights({ shops, nodes, records, stated }).flatMap(({ row, authorised }) => [
    row.hash,
    ...authorised.map(({ hash }) => hash),
  ])
}

/** A record that a ring's shop cites and that is a stranger's own row, such as one that leads buyers to it, stays out. */
function isAboutMember(
  record: SourceRecord,
  { members }: Sides,
  about: ReadonlySet<Sha256>,
): boolean {
  if (!about.has(record.hash)) return false
  const subject = subjectOf(record)
  if (subject === undefined || !subject.startsWith('shop:')) return true
  return [...members].some((member) => loose(member) === loose(subject))
}

/** Fields are as typed, keys are normal: this much of the way they may differ in. */
function loose(key: string): string {
  return key.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}

function isNeutral(
  record: SourceRecord,
  { strangers, sent }: Readonly<Record<'strangers' | 'sent', ReadonlySet<Sha256>>>,
): boolean {
  if (strangers.has(record.hash)) return false
  const subject = subjectOf(record)
  if (subject?.startsWith('shop:')) return false
  if (record.kind === 'event') return isOpenVisit(record, subject)
  // Where parcels are posted anybody may post: one of no stated shop is the ring's only if a factory sent it.
  if (record.kind === 'parcel') return subject === undefined && sent.has(record.hash)
  return shopless.has(record.kind)
}

/** What was done under cover at a site stays with who did it. */
function isOpenVisit({ fields }: SourceRecord, subject: string | undefined): boolean {
  const covert = fields.covert
  const isCovert = typeof covert === 'string' && !/^(?:|0|no|false)$/iu.test(covert.trim())
  return !isCovert && /^(?:place|origin|factory):/u.test(subject ?? '')
}

/** The key of what a row is a row of, as far as its fields say: a shop by platform and id, a parcel's shop, an event's subject. */
function subjectOf({ fields }: SourceRecord): string | undefined {
  const { platform, shop_id: id, shop, subject } = fields
  if (typeof platform === 'string' && typeof id === 'string') return nodeKey('Shop', platform, id)
  const reference = [shop, subject].find((field) => typeof field === 'string' && field !== '')
  return typeof reference === 'string' ? (toKey(reference) ?? reference) : undefined
}

/** A record without those who are no business of its recipient: buyers, and every shop, person, company and account that the lead does not show. */
function withoutBystanders(
  record: SourceRecord,
  { names }: Sides,
  ownKeys: ReadonlySet<string>,
): SourceRecord {
  const nameOf = (value: string) => names.get(toKey(value) ?? '')?.name
  const said = Object.values(record.fields).flat()
  const strangers = said.some((value) => nameOf(value) !== undefined)
  const hidden = new Set([
    ...(bystanderFields[record.kind] ?? []),
    ...(strangers ? ['value_name'] : []),
  ])
  const shown = (field: string, value: string) => {
    if (value === '') return value
    if (hidden.has(field)) return withheldMark
    return nameOf(value) ?? (isElsewhere(record.kind, field, value, ownKeys) ? withheldMark : value)
  }
  const fields = Object.entries(record.fields).map(([field, value]) => [
    field,
    typeof value === 'string' ? shown(field, value) : value.map((one) => shown(field, one)),
  ])
  return { ...record, fields: Object.fromEntries(fields) }
}

/** Fields that name an account without saying so in their value. */
const accountFields: Partial<Record<RecordKind, readonly string[]>> = {
  transfer: ['from_account', 'to_account'],
}

/** Fields in which a shop may stand without the word for its kind. */
const keyFields: Partial<Record<RecordKind, readonly string[]>> = { authorised: ['party'] }

/** Whether a value names something that the lead does not show: by its key, or as the account that its field is for. */
function isElsewhere(
  kind: RecordKind,
  field: string,
  value: string,
  ownKeys: ReadonlySet<string>,
): boolean {
  const key = keyFields[kind]?.includes(field) === true ? (toKey(value) ?? value) : value
  if (/^(?:identity|account|shop):/i.test(key)) return !ownKeys.has(loose(key))
  if (accountFields[kind]?.includes(field) !== true) return false
  const digits = loose(value).replaceAll(/\p{Pd}/gu, '')
  return ![...ownKeys].some((key) => key.startsWith('account:') && key.endsWith(`/${digits}`))
}

/** What stands in a record in place of a value that does not leave. */
export const withheldMark = '[withheld]'

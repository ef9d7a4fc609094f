import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'

import { compareText } from '../../domain/canonical.ts'
import type { CustodyEvent } from '../../domain/evidence/custody.ts'
import { emptyChain } from '../../domain/evidence/custody-chain.ts'
import type { EvidenceItem } from '../../domain/evidence/evidence-item.ts'
import { merkleTree } from '../../domain/evidence/merkle.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Audience } from '../../domain/paper/lead.ts'
import type { SourceRecord } from '../../domain/record.ts'
import { Sha256 } from '../../domain/units.ts'
import type { Core } from '../../leads/core.ts'
import type { Absence, Enclosed, EnclosedItem } from '../../leads/enclosed.ts'
import type { LargeFile } from '../../leads/formats/content.ts'
import type { Files } from '../../store/files.ts'
import type { Custody, RecordReads } from '../../store/port.ts'
import { evidenceCited } from '../evidence-grades.ts'
import { holdingsOf } from './items.ts'
import { termsOf } from './terms.ts'

type Reads = Files & Custody & RecordReads

/** What the files of one package may hold together, in bytes: 900 MiB, so that every reader of zip archives takes it. */
const mostBytes = 943_718_400

/**
 * The files of evidence about what belongs to a ring, with what happened to them; undefined when there are none, and none of them for an
 * audience from which anything is withheld. Each is hashed again on the way: throws a FailureError for one that is no longer what was received.
 */
export async function leadEvidence(
  store: Reads,
  core: Core,
  audience: Audience,
): Promise<Enclosed | undefined> {
  const { items } = await holdingsOf(store)
  const tellers = rowSubjects(core.records)
  const own = ownSubjects(core, tellers)
  const stated = await statedFiles(store, core.records)
  const touching = [...items.values()].filter(
    ({ file, about }) => stated.has(file.sha256) || about.some((one) => own.has(one)),
  )
  const others = await othersSubjects(store, touching, own)
  const inRing = touching
    .filter(({ about }) => !about.some((one) => others.has(one)))
    .toSorted((a, b) => compareText(a.file.sha256, b.file.sha256))
  if (touching.length === 0) return undefined
  // No picture can be written over like a text: where values are withheld, so are the files that may show them.
  const mine = audience === 'authority' ? inRing : []
  return {
    items: (await enclosedItems(store, mine)).map(({ item, content }) => ({
      item,
      content,
      terms: termsOf(item, tellingDatasets(item, stated, tellers), core.sources),
    })),
    withheld: touching.length - inRing.length,
    unseen: inRing.length - mine.length,
    custody: await provenCustody(store, new Set(mine.map(({ file }) => file.sha256))),
  }
}

/** Everything of a ring that evidence can be about; nothing of those who are only numbers in it. */
function ownSubjects(
  { ring, nodes }: Core,
  rows: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  return new Set([ring.id, ...nodes.map(({ key }) => key), ...rows.keys()])
}

/** What evidence can call the ring's rows, with the dataset of each. */
function rowSubjects(records: readonly SourceRecord[]): ReadonlyMap<string, ReadonlySet<string>> {
  const subjects = new Map<string, Set<string>>()
  for (const record of records) {
    for (const subject of subjectsOfRecord(record)) {
      subjects.set(subject, (subjects.get(subject) ?? new Set()).add(record.dataset))
    }
  }
  return subjects
}

/** Datasets of rows that state the hash of a file, or that it is about. */
function tellingDatasets(
  { file, about }: EvidenceItem,
  stated: ReadonlyMap<string, ReadonlySet<string>>,
  rows: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const told = [stated.get(file.sha256), ...about.map((one) => rows.get(one))]
  return told.flatMap((datasets) => [...(datasets ?? [])])
}

/** What evidence about a row calls it. */
function subjectsOfRecord({ hash, kind, dataset, fields }: SourceRecord): string[] {
  const field = (name: string) => [fields[name] ?? ''].flat().join('')
  return [
    `record:${hash}`,
    ...(kind === 'parcel' || kind === 'test_buy' ? [`waybill:${field('waybill')}`] : []),
    ...(kind === 'test_buy' ? [`test_buy:${dataset}/${field('test_buy_id')}`] : []),
  ]
}

/**
 * What the files are also about that is not the ring's own: every other node, and every row, parcel and test buy that is on record. A
 * waybill that no row tells of is nobody else's.
 */
async function othersSubjects(
  store: RecordReads,
  items: readonly EvidenceItem[],
  own: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const strange = new Set(items.flatMap(({ about }) => about).filter((one) => !own.has(one)))
  const others = new Set([...strange].filter((one) => !beside.test(one)))
  const hashes = [...strange].flatMap(
    (one) => Sha256.safeParse(one.slice('record:'.length)).data ?? [],
  )
  for (const { hash } of await store.records(hashes)) others.add(`record:${hash}`)
  if (strange.size === others.size) return others
  for await (const record of store.scanRecords(['parcel', 'test_buy'])) {
    for (const subject of subjectsOfRecord(record)) if (strange.has(subject)) others.add(subject)
  }
  return others
}

/** Subjects that stand beside the graph. */
const beside = /^(record|waybill|test_buy):/

/** Hashes that `evidence` rows give for what the records cite, with the datasets of these rows. */
async function statedFiles(
  store: RecordReads,
  records: readonly SourceRecord[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const cited = new Set(records.flatMap(evidenceCited))
  const stated = new Map<string, Set<string>>()
  if (cited.size === 0) return stated
  for await (const { dataset, fields } of store.scanRecords(['evidence'])) {
    const { evidence_id: id, sha256 } = fields
    if (typeof sha256 === 'string' && cited.has(`${dataset}/${id}`)) {
      const file = sha256.toLowerCase()
      stated.set(file, (stated.get(file) ?? new Set()).add(dataset))
    }
  }
  return stated
}

async function enclosedItems(
  store: Files,
  items: readonly EvidenceItem[],
): Promise<Omit<EnclosedItem, 'terms'>[]> {
  const enclosed: Omit<EnclosedItem, 'terms'>[] = []
  let room = mostBytes
  for (const item of items) {
    const content = await contentOf(store, item, room)
    if (typeof content !== 'string') room -= content.size
    enclosed.push({ item, content })
  }
  return enclosed
}

async function contentOf(
  store: Files,
  { file: { sha256, sha512, size, name }, destroyedAt }: EvidenceItem,
  room: number,
): Promise<LargeFile | Absence> {
  if (destroyedAt !== undefined) return 'destroyed'
  if (room < size) return 'too_large'
  const source = await store.file('evidence', sha256)
  if (source === undefined) return 'lost'
  const hash = createHash('sha256')
  let sum = 0
  for await (const chunk of source.chunks()) {
    hash.update(chunk)
    sum = crc32(chunk, sum)
  }
  if (hash.digest('hex') !== sha256) {
    throw new FailureError(
      `${name} (${sha256}) is no longer what was received, so nothing was sealed; \`revenant evidence verify\` says more.`,
    )
  }
  return { size, sha256, sha512, crc32: sum, chunks: () => source.chunks() }
}

async function provenCustody(
  store: Custody,
  files: ReadonlySet<Sha256>,
): Promise<Enclosed['custody']> {
  const hashes: Sha256[] = []
  const shown: CustodyEvent[] = []
  for await (const event of store.custody()) {
    hashes.push(event.hash)
    if (event.what === 'verified' || files.has(event.file)) shown.push(event)
  }
  const tree = merkleTree(hashes)
  return {
    head: { seq: hashes.length, hash: hashes.at(-1) ?? emptyChain.hash },
    root: tree.root,
    events: shown.map((event) => ({ event, proof: tree.proof(event.seq - 1) })),
  }
}

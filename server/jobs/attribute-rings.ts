import type { Attribution } from '../domain/attribution.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import type { IsoDate } from '../domain/units.ts'
import { type SameFactories, sameFactories } from '../linkage/identities/same-factories.ts'
import { type SamePlaces, samePlaces } from '../linkage/identities/same-places.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { RecordReads } from '../store/port.ts'
import { dayIn } from '../trace/field-of.ts'
import { placesOf } from '../trace/places.ts'
import { supplyOf } from '../trace/supply.ts'
import { traceRing } from '../trace/trace-ring.ts'
import type { OnProgress } from './progress.ts'

/** Where the goods of rings come from, and what is one factory or place under several names. */
export interface RingsAttributed {
  /** Ring after ring by rank. */
  readonly attributions: Attribution[]
  readonly factories: SameFactories
  readonly places: SamePlaces
}

/** Factories and places behind every ring, as far as anything could be known of them on a day. */
export async function attributeRings(
  store: RecordReads,
  rings: readonly Ring[],
  { nodes, edges, listings }: Pick<Evidence, 'nodes' | 'edges' | 'listings'>,
  { asOf, onProgress }: { readonly asOf: IsoDate; readonly onProgress: OnProgress },
): Promise<RingsAttributed> {
  const records = await recordsUntil(store, asOf)
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const same = { factories: sameFactories(nodes), places: samePlaces(nodes, edges) }
  const supply = supplyOf({
    ...{ nodes: byKey, edges, records, listings },
    ...same,
    placesOf: placesOf({
      ...{ nodes: byKey, records, places: same.places },
      edges: edgesOfPlaces(edges, rings, same.places),
    }),
  })
  const attributions: Attribution[] = []
  for (const [done, ring] of rings.entries()) {
    onProgress({ stage: 'rings', done, total: rings.length })
    attributions.push(...traceRing(ring, supply))
  }
  onProgress({ stage: 'rings', done: rings.length, total: rings.length })
  return { attributions, ...same }
}

/** Parcels, test buys, rows about factories, places and events; undated ones count, as what nobody dated may have been known. */
async function recordsUntil(store: RecordReads, asOf: IsoDate): Promise<SourceRecord[]> {
  const records: SourceRecord[] = []
  for await (const record of store.scanRecords([
    'parcel',
    'test_buy',
    'factory',
    'place',
    'event',
  ])) {
    const day = dayIn(record, 'on', 'sent_on', 'received_on', 'ordered_on', 'seen_on')
    if ((day ?? asOf) <= asOf) records.push(withoutLaterResult(record, asOf))
  }
  return records
}

/** A parcel that was bought for a test is known when it arrives, what was found in it when that was verified. */
function withoutLaterResult(record: SourceRecord, asOf: IsoDate): SourceRecord {
  const verified = record.kind === 'test_buy' ? dayIn(record, 'verified_on') : undefined
  if (verified === undefined || verified <= asOf) return record
  const { result: _, ...fields } = record.fields
  return { ...record, fields }
}

/** What says where things are, and what leaves from there as far as a ring can come upon it. */
function edgesOfPlaces(
  edges: readonly GraphEdge[],
  rings: readonly Ring[],
  { standsFor }: SamePlaces,
): GraphEdge[] {
  const members = new Set(rings.flatMap(({ members: own }) => own.map(({ shop }) => shop)))
  const standing = edges.filter(({ type }) => type === 'AT')
  const shipping = edges.filter(({ type }) => type === 'SHIPS_FROM')
  const used = shipping.flatMap(({ from, to }) => (members.has(from) ? [to] : []))
  const located = new Set([...used, ...standsFor.keys(), ...standing.map(({ from }) => from)])
  return [...standing, ...shipping.filter(({ to }) => located.has(to))]
}

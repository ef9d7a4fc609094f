import { compareText } from '../domain/canonical.ts'
import type { Flow, FlowDay } from '../domain/flow.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import { normaliseDate } from '../ingest/normalise/date.ts'
import { senderOf } from '../trace/parcel-steps.ts'
import { type Parcel, parcelsOf } from '../trace/parcels.ts'

export interface FlowEvidence {
  readonly shops: readonly string[]
  readonly edges: readonly GraphEdge[]
  /** Parcels and test buys about the shops and sites. */
  readonly records: readonly SourceRecord[]
  /** Factories by name as their records write it, and the node that stands for one under several. */
  readonly named: ReadonlyMap<string, readonly string[]>
  readonly standsFor: ReadonlyMap<string, string>
  /** The origin that a parcel's sender address names, by record. */
  readonly originOf: ReadonlyMap<string, string>
}

/** Parcels that name no shop are traced under this name, which no shop has. */
const nameless = ''

export interface ParcelFlows {
  readonly flows: Flow[]
  /** Hashes of the parcels that name a factory or origin, by its key. */
  readonly naming: ReadonlyMap<string, ReadonlySet<string>>
}

/** Parcels of the ring's shops, and those that name no shop and were sent by a factory around the ring, hop by hop. */
export function parcelFlows(evidence: FlowEvidence): ParcelFlows {
  const { shops, records, named, standsFor, originOf } = evidence
  const parcels = parcelsOf(records)
  const withoutShop = [...parcels.byRecord.values()].filter(({ shop }) => shop === undefined)
  const byShop = new Map([...parcels.byShop, [nameless, withoutShop]])
  const factories = { factoriesNamed: named, factories: { standsFor } }
  const sent = [...shops, nameless].flatMap((shop) =>
    (byShop.get(shop) ?? []).flatMap((parcel) => {
      const [from, to] = [senderOf(parcel, factories, () => false), originOf.get(parcel.record)]
      if (to === undefined || (shop === nameless && from === undefined)) return []
      return [{ shop, parcel, from, to }]
    }),
  )
  return { flows: hopsOf(sent, evidence).map(settled), naming: namesIn(sent) }
}

/** A parcel with the ends that are known of it. */
interface Sent {
  readonly shop: string
  readonly parcel: Parcel
  readonly from: string | undefined
  readonly to: string
}

function hopsOf(sent: readonly Sent[], { records, edges }: FlowEvidence): Hop[] {
  const dates = new Map(records.map((record) => [record.hash as string, dateOf(record)]))
  const places = placesOf(edges)
  const hops = new Map<string, Hop>()
  const waybills = new Set<string>()
  for (const { shop, parcel, from, to } of sent) {
    if (seenBefore(waybills, parcel)) continue
    const hop = hopOf(hops, from, to)
    const ofRing = shop !== nameless
    if (ofRing) hop.shops.add(shop)
    count(hop, dates.get(parcel.record), {
      ofRing,
      bothEnds: from !== undefined && isAt(parcel.scannedAt, to, places),
    })
  }
  return [...hops.values()]
}

function namesIn(sent: readonly Sent[]): Map<string, Set<string>> {
  const naming = new Map<string, Set<string>>()
  for (const { parcel, from, to } of sent) {
    for (const key of from === undefined ? [to] : [from, to]) {
      naming.set(key, (naming.get(key) ?? new Set()).add(parcel.record))
    }
  }
  return naming
}

/** One way from a sender to where its parcels left, while it is counted. */
interface Hop {
  readonly from: string | undefined
  readonly to: string
  readonly days: Map<IsoDate, FlowDay>
  readonly shops: Set<string>
  undated: number
  undatedOfRing: number
}

function hopOf(hops: Map<string, Hop>, from: string | undefined, to: string): Hop {
  const id = JSON.stringify([from, to])
  const known = hops.get(id)
  if (known !== undefined) return known
  const fresh: Hop = { from, to, days: new Map(), shops: new Set(), undated: 0, undatedOfRing: 0 }
  hops.set(id, fresh)
  return fresh
}

function count(
  hop: Hop,
  on: IsoDate | undefined,
  { ofRing, bothEnds }: { readonly ofRing: boolean; readonly bothEnds: boolean },
): void {
  if (on === undefined) {
    hop.undated += 1
    hop.undatedOfRing += Number(ofRing)
    return
  }
  const day = hop.days.get(on) ?? { on, parcels: 0, ofRing: 0, bothEnds: 0 }
  hop.days.set(on, {
    on,
    parcels: day.parcels + 1,
    ofRing: day.ofRing + Number(ofRing),
    bothEnds: day.bothEnds + Number(bothEnds),
  })
}

function settled({ from, to, days, shops, undated, undatedOfRing }: Hop): Flow {
  return {
    ...(from !== undefined && { from }),
    to,
    days: [...days.values()].toSorted((a, b) => compareText(a.on, b.on)),
    undated,
    undatedOfRing,
    stated: 0,
    shops: [...shops].toSorted(compareText),
  }
}

/** Two datasets can hold one parcel; its waybill tells. */
function seenBefore(waybills: Set<string>, { waybill, record }: Parcel): boolean {
  const id = waybill === '' ? record : waybill
  if (waybills.has(id)) return true
  waybills.add(id)
  return false
}

/** The first scan lies at the origin itself or at a place where the origin is. */
function isAt(
  scanned: string | undefined,
  origin: string,
  places: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (scanned === undefined) return false
  return scanned === origin || places.get(origin)?.has(scanned) === true
}

function placesOf(edges: readonly GraphEdge[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>()
  for (const { from, type, to } of edges) {
    if (type === 'AT') places.set(from, (places.get(from) ?? new Set()).add(to))
  }
  return places
}

/** Fields stay as typed in a record; a moment without a zone counts as of the day that it names. */
function dateOf({ fields }: SourceRecord): IsoDate | undefined {
  for (const field of ['sent_on', 'received_on']) {
    const typed = fields[field]
    const date = typeof typed === 'string' ? normaliseDate(typed, 'UTC') : undefined
    if (date !== undefined) return date as IsoDate
  }
  return undefined
}

/** The origins that shops' parcels left from, by record, as the relations that the parcels made say. */
export function originsByRecord(edges: readonly GraphEdge[]): Map<string, string> {
  const origins = new Map<string, string>()
  for (const { type, to, records } of edges) {
    if (type !== 'SHIPS_FROM') continue
    for (const record of records) origins.set(record, to)
  }
  return origins
}

import { type NodeKey, toKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'

/** A parcel as its record tells it. */
export interface Parcel {
  readonly record: Sha256
  readonly waybill: string
  /** The shop it came from: as stated, or as the test buy with its waybill says. */
  readonly shop: NodeKey | undefined
  readonly senderName: string | undefined
  /** Nodes that the record names by key. */
  readonly scannedAt: NodeKey | undefined
  readonly consignor: NodeKey | undefined
}

export interface TestBuy {
  readonly id: string
  readonly shop: NodeKey | undefined
  readonly result: string | undefined
}

/** Parcels and test buys of the whole store, found from either end. */
export interface Parcels {
  readonly byRecord: ReadonlyMap<string, Parcel>
  readonly byShop: ReadonlyMap<string, readonly Parcel[]>
  readonly buysByWaybill: ReadonlyMap<string, readonly TestBuy[]>
}

const indexed = new WeakMap<readonly SourceRecord[], Parcels>()

/** Indexes the records once however many rings are traced with them. */
export function parcelsOf(records: readonly SourceRecord[]): Parcels {
  const known = indexed.get(records)
  if (known !== undefined) return known
  const fresh = indexParcels(records)
  indexed.set(records, fresh)
  return fresh
}

function indexParcels(records: readonly SourceRecord[]): Parcels {
  const buysByWaybill = new Map<string, TestBuy[]>()
  for (const record of records) {
    const waybill = waybillOf(record)
    if (record.kind !== 'test_buy' || waybill === '') continue
    const buys = buysByWaybill.get(waybill) ?? []
    buys.push(testBuyOf(record))
    buysByWaybill.set(waybill, buys)
  }
  const byRecord = new Map<string, Parcel>()
  const byShop = new Map<string, Parcel[]>()
  for (const record of records) {
    if (record.kind !== 'parcel') continue
    const parcel = parcelOf(record, buysByWaybill)
    byRecord.set(record.hash, parcel)
    if (parcel.shop === undefined) continue
    const ofShop = byShop.get(parcel.shop) ?? []
    ofShop.push(parcel)
    byShop.set(parcel.shop, ofShop)
  }
  return { byRecord, byShop, buysByWaybill }
}

function parcelOf(record: SourceRecord, buys: ReadonlyMap<string, readonly TestBuy[]>): Parcel {
  const waybill = waybillOf(record)
  const stated = toKey(text(record, 'shop') ?? '')
  return {
    record: record.hash,
    waybill,
    shop: stated ?? buys.get(waybill)?.find(({ shop }) => shop !== undefined)?.shop,
    senderName: text(record, 'sender_name'),
    scannedAt: toKey(text(record, 'first_scan_place') ?? ''),
    consignor: toKey(text(record, 'consignor') ?? ''),
  }
}

function testBuyOf(record: SourceRecord): TestBuy {
  return {
    id: text(record, 'test_buy_id') ?? record.hash,
    shop: toKey(`${text(record, 'platform') ?? ''}/${text(record, 'shop_id') ?? ''}`),
    result: text(record, 'result'),
  }
}

/** Carriers print waybills in capitals with spaces; people copy them without. */
function waybillOf(record: SourceRecord): string {
  return (text(record, 'waybill') ?? '').replaceAll(/\s/gu, '').toUpperCase()
}

function text({ fields, refused }: SourceRecord, field: string): string | undefined {
  const value = fields[field]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return refused.some((other) => other.field === field) ? undefined : value.trim()
}

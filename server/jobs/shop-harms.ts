import { toKey } from '../domain/keys.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import { normaliseDate } from '../ingest/normalise/date.ts'
import type { ShopHarm, ShopHarms } from '../rings/rank/shop-harm.ts'
import type { RecordReads } from '../store/port.ts'

const none: ShopHarm = { complaints: 0, counterfeitBuys: 0, genuineBuys: 0 }

/** What complaints and test buys up to a day say of shops. Undated ones count, as what nobody dated may have been known. */
export async function readShopHarms(store: RecordReads, asOf: IsoDate): Promise<ShopHarms> {
  const harms = new Map<string, ShopHarm>()
  for await (const record of store.scanRecords(['event', 'test_buy'])) {
    const found = record.kind === 'event' ? complaintOf(record) : buyOf(record)
    if (found === undefined || asOf < (dayOf(record) ?? asOf)) continue
    const known = harms.get(found.shop) ?? none
    harms.set(found.shop, { ...known, [found.what]: known[found.what] + 1 })
  }
  return harms
}

interface Found {
  readonly shop: string
  readonly what: keyof ShopHarm
}

function complaintOf({ fields }: SourceRecord): Found | undefined {
  const isComplaint = fields['event'] === 'complaint' && fields['result'] !== 'rejected'
  const shop = keyOf(fields['subject'])
  return isComplaint && shop !== undefined ? { shop, what: 'complaints' } : undefined
}

const countedBuys: ReadonlyMap<unknown, keyof ShopHarm> = new Map([
  ['counterfeit', 'counterfeitBuys'],
  ['genuine', 'genuineBuys'],
])

function buyOf({ fields }: SourceRecord): Found | undefined {
  const what = countedBuys.get(fields['result'])
  const shop = keyOf(`${fields['platform']}/${fields['shop_id']}`)
  return what !== undefined && shop !== undefined ? { shop, what } : undefined
}

function keyOf(typed: unknown): string | undefined {
  return typeof typed === 'string' ? toKey(typed) : undefined
}

/** The day on which it was known: a result comes after the order. */
function dayOf({ fields }: SourceRecord): IsoDate | undefined {
  const typed =
    fields['on'] ?? fields['verified_on'] ?? fields['received_on'] ?? fields['ordered_on']
  return typeof typed === 'string' ? normaliseDate(typed, 'UTC') : undefined
}

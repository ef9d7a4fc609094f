import { compareText } from '../domain/canonical.ts'
import type { RecordKind, SourceRecord } from '../domain/record.ts'
import type { RecordReads } from '../store/port.ts'

/** Rows beside the graph that are reached from a node: what was offered, sold, sent, bought and done. */
export const aboutKinds: readonly RecordKind[] = [
  'listing',
  'sale',
  'parcel',
  'test_buy',
  'right',
  'authorised',
  'event',
  'evidence',
]

/** Records that stand on a ring's time line. */
export const eventKinds: readonly RecordKind[] = ['event', 'test_buy']

/** Of each shop, so that one shop with very many rows cannot fill an answer. */
const perShopMax = 500

export interface AboutShops {
  /** Each once, by source and row. */
  readonly records: SourceRecord[]
  /** Records that found no room. */
  readonly omitted: number
}

/** Records of some kinds about any of the shops. */
export async function recordsAboutShops(
  store: Pick<RecordReads, 'recordsAbout'>,
  shops: readonly string[],
  kinds: readonly RecordKind[],
): Promise<AboutShops> {
  const byHash = new Map<string, SourceRecord>()
  let omitted = 0
  for (const shop of shops) {
    const { items, total } = await store.recordsAbout(shop, { kinds, limit: perShopMax })
    for (const record of items) byHash.set(record.hash, record)
    omitted += total - items.length
  }
  const records = [...byHash.values()].toSorted(
    (a, b) => compareText(a.source, b.source) || a.row - b.row || compareText(a.hash, b.hash),
  )
  return { records, omitted }
}

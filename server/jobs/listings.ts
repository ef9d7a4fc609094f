import { nodeKey } from '../domain/keys.ts'
import { plainText } from '../domain/plain-text.ts'
import type { FieldValue, SourceRecord } from '../domain/record.ts'
import { normaliseDate } from '../ingest/normalise/date.ts'
import { isRefused } from '../ingest/normalise/normal.ts'
import { normaliseNumber } from '../ingest/normalise/number.ts'
import { saysNothing } from '../ingest/normalise/says-nothing.ts'
import { listingColumnsBuilder } from '../linkage/catalogue/build-listings.ts'
import { imageSchemes, type Listing } from '../linkage/catalogue/listing.ts'
import type { ListingColumns } from '../linkage/catalogue/listing-columns.ts'
import { eachListing } from '../linkage/catalogue/listing-rows.ts'
import type { RecordReads } from '../store/port.ts'

/** Gathers what shops offer from their records, in whatever order these come. */
export function listingReader(): {
  readonly length: number
  add(record: SourceRecord): void
  taken(): ListingColumns
} {
  const builder = listingColumnsBuilder()
  return {
    get length() {
      return builder.length
    },
    add: (record) => builder.add(listingOf(record)),
    taken: () => builder.taken(),
  }
}

/** All that the shops of a store offer. */
export async function readListings(store: RecordReads): Promise<ListingColumns> {
  const reader = listingReader()
  for await (const record of store.scanRecords(['listing'])) reader.add(record)
  return reader.taken()
}

/** What is known together with what more records say. */
export function withListings(
  known: ListingColumns | undefined,
  records: readonly SourceRecord[],
): ListingColumns | undefined {
  if (records.length === 0) return known
  const builder = listingColumnsBuilder()
  for (const listing of known === undefined ? [] : eachListing(known)) builder.add(listing)
  for (const record of records) builder.add(listingOf(record))
  return builder.taken()
}

/** What a record of a listing says. It keeps its fields as typed, so what was refused when it was loaded is left out again. */
export function listingOf({ hash, fields }: SourceRecord): Listing {
  const { title, image, brand, currency } = fields
  const number = normaliseNumber(typed(fields.price) ?? '')
  const scheme = plainText(typed(fields.image_scheme) ?? '').toLowerCase()
  return {
    shop: nodeKey('Shop', typed(fields.platform) ?? '', typed(fields.shop_id) ?? ''),
    title: saying(typed(title))[0],
    images: saying(...(typeof image === 'string' ? [image] : (image ?? []))),
    imageScheme: imageSchemes.find((known) => known === scheme) ?? 'opaque',
    brand: saying(typed(brand))[0],
    price: isRefused(number) ? undefined : Number(number.value),
    currency: saying(typed(currency))[0],
    seenOn: normaliseDate(typed(fields.seen_on) ?? '', 'UTC'),
    record: hash,
  }
}

/** Several values where there may be one were refused. */
function typed(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Longer texts say something: looking at all of them takes as long as reading them. */
const longestNothing = 12

function saying(...texts: readonly (string | undefined)[]): string[] {
  return texts.filter(
    (text): text is string =>
      text !== undefined && (longestNothing < text.length || !saysNothing(text)),
  )
}

import type { IsoDate, Sha256 } from '../../domain/units.ts'
import { at } from '../key-column.ts'
import { type ImageScheme, imageSchemes, type Listing } from './listing.ts'
import type { ListingColumns, TextColumn } from './listing-columns.ts'
import { readHash } from './record-hashes.ts'
import { type TextPool, textOf } from './text-pool.ts'

/** Every listing as an object again, in the order of the columns. */
export function* eachListing(columns: ListingColumns): Generator<Listing> {
  for (const [place, shop] of columns.shops.entries()) {
    for (let row = at(columns.starts, place); row < at(columns.starts, place + 1); row++) {
      yield listingAt(columns, shop, row)
    }
  }
}

/** The record of the listing in a row. */
export function recordOf({ records }: ListingColumns, row: number): Sha256 {
  return readHash(records, row)
}

/** The id of an image as typed, and what kind of id it is: its text begins with the place of its scheme. */
export function imageIdOf(texts: TextPool, code: number): { id: string; scheme: ImageScheme } {
  const text = textOf(texts, code)
  return { id: text.slice(1), scheme: imageSchemes[Number(text[0])] ?? 'opaque' }
}

/** The text in a row, undefined where there is none. */
export function textAt({ codes, texts }: TextColumn, row: number): string | undefined {
  const code = at(codes, row)
  return code < 0 ? undefined : textOf(texts, code)
}

function listingAt(columns: ListingColumns, shop: string, row: number): Listing {
  const { titles, brands, currencies, days, prices, images, imageStarts, schemes } = columns
  const codes = images.codes.subarray(at(imageStarts, row), at(imageStarts, row + 1))
  const price = at(prices, row)
  return {
    shop,
    title: textAt(titles, row),
    images: Array.from(codes, (code) => imageIdOf(images.texts, code).id),
    imageScheme: imageSchemes[at(schemes, row)] ?? 'opaque',
    brand: textAt(brands, row),
    price: Number.isNaN(price) ? undefined : price,
    currency: textAt(currencies, row),
    seenOn: textAt(days, row) as IsoDate | undefined,
    record: recordOf(columns, row),
  }
}

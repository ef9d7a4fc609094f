import { nodeKey } from '../../../server/domain/keys.ts'
import type { Sha256 } from '../../../server/domain/units.ts'
import { listingColumns } from '../../../server/linkage/catalogue/build-listings.ts'
import { type Catalogue, catalogueColumns } from '../../../server/linkage/catalogue/catalogue.ts'
import type { Listing } from '../../../server/linkage/catalogue/listing.ts'

/** A listing of which only what matters is said. */
export function aListing(shop: string, record: number, more: Partial<Listing> = {}): Listing {
  return {
    shop: nodeKey('Shop', 'test', shop),
    images: [],
    imageScheme: 'opaque',
    record: recordHash(record),
    ...more,
  }
}

export function recordHash(number: number): Sha256 {
  return number.toString(16).padStart(64, '0') as Sha256
}

/** The columns of listings for shops `a`, `b`, …, which stand at places 0, 1, … */
export function catalogueOf(listings: readonly Listing[], shops: readonly string[]): Catalogue {
  const placeOf = new Map(shops.map((shop, place) => [nodeKey('Shop', 'test', shop), place]))
  return catalogueColumns(listingColumns(listings), placeOf, shops.length)
}

/** Texts of the tokens that are a shop's, by example. */
export function literalsOf(column: Catalogue['images'], shop: number): (string | undefined)[] {
  const codes = column.codes.subarray(column.starts[shop], column.starts[shop + 1])
  return Array.from(codes, (code) => column.exampleOf(code, shop)?.literal)
}

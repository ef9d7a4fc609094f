import { imageColumn } from './image-ids.ts'
import type { ListingColumns } from './listing-columns.ts'
import { rowsOfShop } from './rows-of-shop.ts'
import { titleColumn } from './title-tokens.ts'
import type { TokenColumn } from './token-column.ts'

/** What the listings of all shops show, by the shop's place. */
export interface Catalogue {
  readonly images: TokenColumn
  readonly titles: TokenColumn
}

/** Turns listings into columns. `placeOf` gives a shop key its place, from 0 to below `shopCount`; listings of other shops are left out. */
export function catalogueColumns(
  listings: ListingColumns,
  placeOf: ReadonlyMap<string, number>,
  shopCount: number,
): Catalogue {
  const rows = rowsOfShop(listings, placeOf, shopCount)
  return {
    images: imageColumn(listings, rows, shopCount),
    titles: titleColumn(listings, rows, shopCount),
  }
}

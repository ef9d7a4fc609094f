import { largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import type { ListingColumns } from './listing-columns.ts'

/** Which listings are a shop's, by the shop's place among all shops: `first` to before `end`. */
export interface RowsOfShop {
  first(shop: number): number
  end(shop: number): number
}

/** Listings of shops that have no place are nobody's. */
export function rowsOfShop(
  { shops, starts }: ListingColumns,
  placeOf: ReadonlyMap<string, number>,
  shopCount: number,
): RowsOfShop {
  const first = largeIntegers(shopCount)
  const end = largeIntegers(shopCount)
  for (const [rank, key] of shops.entries()) {
    const place = placeOf.get(key)
    if (place === undefined) continue
    first[place] = at(starts, rank)
    end[place] = at(starts, rank + 1)
  }
  return { first: (shop) => at(first, shop), end: (shop) => at(end, shop) }
}

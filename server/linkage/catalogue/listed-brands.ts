import { compareText } from '../../domain/canonical.ts'
import type { IsoDate } from '../../domain/units.ts'
import type { ShopValue } from '../channel.ts'
import { at } from '../key-column.ts'
import { nothingMore, type ShopValues, type ValueSource } from '../shop-values.ts'
import type { ListingColumns } from './listing-columns.ts'
import { recordOf, textAt } from './listing-rows.ts'
import { type RowsOfShop, rowsOfShop } from './rows-of-shop.ts'

/** The brands that each shop's own records name, and those under which it lists goods: each once as typed, by name. */
export function withListedBrands(
  named: ShopValues,
  { listings, placeOf, shops }: ValueSource,
): ShopValues {
  if (listings === undefined) return named
  const rows = rowsOfShop(listings, placeOf, shops.length)
  const of = (shop: number): readonly ShopValue[] => {
    const own = named.of(shop)
    const listed = listedBrands(listings, rows, shop)
    for (const { literal } of own) listed.delete(literal)
    if (listed.size === 0) return own
    return [...own, ...[...listed].map(([brand, all]) => brandOf(listings, brand, all))].sort(
      (a, b) => compareText(a.literal, b.literal),
    )
  }
  return { shops: shops.length, of, plain: of }
}

/** The rows that name each brand. */
function listedBrands(
  { brands }: ListingColumns,
  rows: RowsOfShop,
  shop: number,
): Map<string, number[]> {
  const listed = new Map<string, number[]>()
  for (let row = rows.first(shop); row < rows.end(shop); row++) {
    const brand = at(brands.codes, row) < 0 ? undefined : textAt(brands, row)
    if (brand === undefined) continue
    const own = listed.get(brand)
    if (own === undefined) listed.set(brand, [row])
    else own.push(row)
  }
  return listed
}

/** One listing stands for all that name the brand: a shop can have thousands. */
function brandOf(listings: ListingColumns, brand: string, rows: readonly number[]): ShopValue {
  const days = rows.flatMap((row) => textAt(listings.days, row) ?? []).sort(compareText)
  return {
    literal: brand,
    key: undefined,
    parts: [brand],
    about: nothingMore,
    saidBy: { records: [recordOf(listings, rows[0] ?? 0)] },
    firstSeen: days[0] as IsoDate | undefined,
    lastSeen: days.at(-1) as IsoDate | undefined,
  }
}

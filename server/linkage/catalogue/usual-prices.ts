import { compareText } from '../../domain/canonical.ts'
import type { IsoDate } from '../../domain/units.ts'
import type { ShopValue } from '../channel.ts'
import { at } from '../key-column.ts'
import { nothingMore, type ShopValues, unknownValues, type ValueSource } from '../shop-values.ts'
import type { ListingColumns } from './listing-columns.ts'
import { recordOf, textAt } from './listing-rows.ts'
import { type RowsOfShop, rowsOfShop } from './rows-of-shop.ts'
import { textOf } from './text-pool.ts'

/**
 * What each shop usually asks for what it lists, at most one value a shop: of its prices the one in the middle, the lower of two, so that it stands in one listing whose record can
 * be looked up. Only prices in the currency of most of them are compared, as nobody here knows what another was worth on a day.
 */
export function usualPrices({ listings, placeOf, shops }: ValueSource): ShopValues {
  if (listings === undefined) return unknownValues(shops.length)
  const rows = rowsOfShop(listings, placeOf, shops.length)
  const counts = usualCurrency(listings)
  const of = (shop: number): readonly ShopValue[] => {
    const row = middleRow(listings, rows, shop, counts)
    return row === undefined ? none : [priceAt(listings, row)]
  }
  return { shops: shops.length, of, plain: of }
}

const none: readonly ShopValue[] = []

/** By code of a currency, 1 where its text is that of most prices in the store; of several, of the first by name. */
function usualCurrency({ currencies, prices }: ListingColumns): Uint8Array {
  const priced = new Int32Array(currencies.texts.hashes.length)
  for (const [row, code] of currencies.codes.entries())
    if (0 <= code && 0 < at(prices, row)) priced[code] = at(priced, code) + 1
  const nameOf = Array.from(priced, (_, code) => textOf(currencies.texts, code).toUpperCase())
  const counts = new Map<string, number>()
  for (const [code, name] of nameOf.entries())
    counts.set(name, (counts.get(name) ?? 0) + at(priced, code))
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || compareText(a, b))
  return Uint8Array.from(nameOf, (name) => (name === most?.[0] ? 1 : 0))
}

function middleRow(
  { prices, currencies }: ListingColumns,
  rows: RowsOfShop,
  shop: number,
  counts: Uint8Array,
): number | undefined {
  const own: number[] = []
  for (let row = rows.first(shop); row < rows.end(shop); row++)
    if (0 < at(prices, row) && counts[at(currencies.codes, row)] === 1) own.push(row)
  own.sort((a, b) => at(prices, a) - at(prices, b) || a - b)
  return own[(own.length - 1) >> 1]
}

function priceAt(listings: ListingColumns, row: number): ShopValue {
  const currency = (textAt(listings.currencies, row) ?? '').toUpperCase()
  const price = String(at(listings.prices, row))
  const day = textAt(listings.days, row) as IsoDate | undefined
  return {
    literal: `${currency} ${price}`,
    key: undefined,
    parts: [price],
    about: nothingMore,
    saidBy: { records: [recordOf(listings, row)] },
    firstSeen: day,
    lastSeen: day,
  }
}

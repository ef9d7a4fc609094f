import { foldText } from '../fold-text.ts'
import { at } from '../key-column.ts'
import type { ListingColumns } from './listing-columns.ts'
import { textAt } from './listing-rows.ts'
import type { RowsOfShop } from './rows-of-shop.ts'
import { cosine, type Vectors, vectorsOf } from './vectors.ts'

/** What each shop sells and for how much: counts of brands, and of half-octaves of price in each currency. */
export interface Profile {
  readonly brands: Vectors
  readonly prices: Vectors
}

/** How two profiles compare: 0 is alike, 1 is similar, 2 is different; −1 where there is nothing to compare. */
const unknownProfile = -1
const alike = 0.9
const similar = 0.6

/** Prices a factor of √2 apart are neighbours. */
const stepsPerOctave = 2
/** Steps below and above a price of 1 that are told apart. */
const mostSteps = 127

export function profileOf(
  listings: ListingColumns,
  rowsOfShop: RowsOfShop,
  shopCount: number,
): Profile {
  const brandOf = foldedCodes(listings, 'brands')
  const currencyOf = foldedCodes(listings, 'currencies')
  const brands = vectorsOf(shopCount, (shop, add) => {
    for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
      const brand = brandOf(row)
      if (0 <= brand) add(brand, 1)
    }
  })
  const prices = vectorsOf(shopCount, (shop, add) => {
    for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
      const price = at(listings.prices, row)
      if (0 < price) addPrice(price, 1 + currencyOf(row), add)
    }
  })
  return { brands, prices }
}

/**
 * Compares each pair in what both shops show, brands or prices or both, by the lesser cosine. Never a reason to compare two shops: whole
 * trades have one profile.
 */
export function profileLevels(
  { brands, prices }: Profile,
  left: Int32Array,
  right: Int32Array,
): Int8Array {
  return new Int8Array(left.length).map((_, pair) => {
    const brand = cosine(brands, at(left, pair), at(right, pair))
    const price = cosine(prices, at(left, pair), at(right, pair))
    if (brand === undefined && price === undefined) return unknownProfile
    return levelOf(Math.min(brand ?? 1, price ?? 1))
  })
}

function levelOf(least: number): number {
  if (alike <= least) return 0
  return similar <= least ? 1 : 2
}

/** A price counts for the two steps it lies between, in proportion, so that no border parts two that are close. */
function addPrice(
  price: number,
  currency: number,
  add: (dimension: number, count: number) => void,
): void {
  const step = Math.min(mostSteps - 1, Math.max(-mostSteps, stepsPerOctave * Math.log2(price)))
  const below = Math.floor(step)
  const dimension = currency * (2 * mostSteps + 1) + below + mostSteps
  add(dimension, 1 - (step - below))
  add(dimension + 1, step - below)
}

/** For a row, the number of its text as it compares; −1 where it has none. */
function foldedCodes(
  listings: ListingColumns,
  name: 'brands' | 'currencies',
): (row: number) => number {
  const column = listings[name]
  const numbers = new Map<string, number>()
  const numberOf = new Int32Array(column.texts.starts.length - 1).fill(-1)
  for (let row = 0; row < column.codes.length; row++) {
    const code = at(column.codes, row)
    if (code < 0 || 0 <= at(numberOf, code)) continue
    const text = foldText(textAt(column, row) ?? '')
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    numberOf[code] = number
  }
  return (row) => (at(column.codes, row) < 0 ? -1 : at(numberOf, at(column.codes, row)))
}

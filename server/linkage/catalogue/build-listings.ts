import { compareText } from '../../domain/canonical.ts'
import { growingIntegers, growingNumbers, grown } from '../../domain/columns/growing.ts'
import { largeBytes, largeCopy, largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import { imageSchemes, type Listing } from './listing.ts'
import type { ListingColumns, TextColumn } from './listing-columns.ts'
import { compareHashes, hashBytes, hashLength, writeHash } from './record-hashes.ts'
import { textPoolBuilder } from './text-pool.ts'

export interface ListingColumnsBuilder {
  readonly length: number
  add(listing: Listing): void
  taken(): ListingColumns
}

/** Takes listings one by one in any order, as a scan brings them; a record that comes twice counts once. */
export function listingColumnsBuilder(): ListingColumnsBuilder {
  const shopCodes = new Map<string, number>()
  const shopOf = growingIntegers()
  const columns = {
    titles: textColumnBuilder(),
    brands: textColumnBuilder(),
    currencies: textColumnBuilder(),
    days: textColumnBuilder(),
    images: textColumnBuilder(),
  }
  const imageEnds = growingIntegers()
  const schemes = growingIntegers()
  const prices = growingNumbers()
  let records = largeBytes(hashLength * 1024)
  return {
    get length() {
      return shopOf.length
    },
    add({ shop, title, images, imageScheme, brand, price, currency, seenOn, record }) {
      const code = shopCodes.get(shop) ?? shopCodes.size
      shopCodes.set(shop, code)
      records = grown(records, hashLength * (shopOf.length + 1))
      writeHash(records, shopOf.length, record)
      shopOf.push(code)
      columns.titles.push(title)
      columns.brands.push(brand)
      columns.currencies.push(currency)
      columns.days.push(seenOn)
      prices.push(price ?? Number.NaN)
      const scheme = imageSchemes.indexOf(imageScheme)
      schemes.push(scheme)
      for (const image of images) columns.images.push(`${scheme}${image}`)
      imageEnds.push(columns.images.length)
    },
    taken() {
      const order = inOrder([...shopCodes.keys()], shopOf.taken(), records)
      const picked = (numbers: Int32Array) => order.rows.map((row) => at(numbers, row))
      const textColumn = (name: keyof typeof columns): TextColumn => {
        const { codes, texts } = columns[name].taken()
        return { codes: picked(codes), texts }
      }
      const priced = prices.taken()
      return {
        shops: order.shops,
        starts: order.starts,
        titles: textColumn('titles'),
        brands: textColumn('brands'),
        currencies: textColumn('currencies'),
        days: textColumn('days'),
        prices: Float64Array.from(order.rows, (row) => at(priced, row)),
        ...imagesInOrder(columns.images.taken(), imageEnds.taken(), order.rows),
        schemes: Uint8Array.from(picked(schemes.taken())),
        records: hashBytes(records, order.rows),
      }
    },
  }
}

/** Listings that are at hand as objects, as columns. */
export function listingColumns(listings: Iterable<Listing>): ListingColumns {
  const builder = listingColumnsBuilder()
  for (const listing of listings) builder.add(listing)
  return builder.taken()
}

function textColumnBuilder() {
  const codes = growingIntegers()
  const pool = textPoolBuilder()
  return {
    get length() {
      return codes.length
    },
    push: (text: string | undefined) => codes.push(text === undefined ? -1 : pool.codeOf(text)),
    taken: (): TextColumn => ({ codes: codes.taken(), texts: pool.taken() }),
  }
}

/** Rows by shop key, then record; of equal ones the first. Linear but for the sorting of the shops' keys. */
function inOrder(keys: readonly string[], shopOf: Int32Array, records: Uint8Array) {
  const codes = Array.from(keys, (_, code) => code).sort((a, b) =>
    compareText(keys[a] ?? '', keys[b] ?? ''),
  )
  const rankOf = largeIntegers(keys.length)
  for (const [rank, code] of codes.entries()) rankOf[code] = rank
  const ends = largeIntegers(keys.length + 1)
  for (const code of shopOf) ends[at(rankOf, code) + 1] = at(ends, at(rankOf, code) + 1) + 1
  for (let shop = 0; shop < keys.length; shop++)
    ends[shop + 1] = at(ends, shop + 1) + at(ends, shop)
  const next = largeCopy(ends)
  const all = largeIntegers(shopOf.length)
  for (let row = 0; row < shopOf.length; row++) {
    const rank = at(rankOf, at(shopOf, row))
    all[at(next, rank)] = row
    next[rank] = at(next, rank) + 1
  }
  const rows = growingIntegers()
  const starts = largeIntegers(keys.length + 1)
  for (let shop = 0; shop < keys.length; shop++) {
    const own = all.subarray(at(ends, shop), at(ends, shop + 1))
    own.sort((a, b) => compareHashes(records, a, b) || a - b)
    for (const [n, row] of own.entries()) {
      if (n === 0 || compareHashes(records, at(own, n - 1), row) !== 0) rows.push(row)
    }
    starts[shop + 1] = rows.length
  }
  return { shops: codes.map((code) => keys[code] ?? ''), starts, rows: rows.taken() }
}

function imagesInOrder({ codes, texts }: TextColumn, ends: Int32Array, rows: Int32Array) {
  const ordered = growingIntegers()
  const imageStarts = largeIntegers(rows.length + 1)
  for (const [place, row] of rows.entries()) {
    for (let i = row === 0 ? 0 : at(ends, row - 1); i < at(ends, row); i++) {
      ordered.push(at(codes, i))
    }
    imageStarts[place + 1] = ordered.length
  }
  return { images: { codes: ordered.taken(), texts }, imageStarts }
}

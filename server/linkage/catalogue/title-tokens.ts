import { type GrowingIntegers, growingIntegers } from '../../domain/columns/growing.ts'
import { largeIntegers } from '../../domain/columns/large-arrays.ts'
import { at } from '../key-column.ts'
import { type HashTable, hashTable } from './hash-table.ts'
import { hashText } from './hash-text.ts'
import type { ListingColumns } from './listing-columns.ts'
import { recordOf, textAt } from './listing-rows.ts'
import type { RowsOfShop } from './rows-of-shop.ts'
import { type TextPool, textOf } from './text-pool.ts'
import { type TokenColumn, tokenSets } from './token-column.ts'

/** A word in the titles of more shops is the trade's language; it counts for no more than 1/250 of a seller's own. */
const mostShops = 250

/** Characters in a token of a script that is written without spaces: two make few tokens that are rare, four lose what is reworded. */
const gramLength = 3

/** Distinct titles are cut once, however many listings have them. */
export function titleColumn(
  listings: ListingColumns,
  rowsOfShop: RowsOfShop,
  shopCount: number,
): TokenColumn {
  const { titles } = listings
  const { starts, tokens, hashes } = cutTitles(titles.texts)
  const { hashOf, ...sets } = tokenSets(
    shopCount,
    (shop, meet) => {
      for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
        const title = at(titles.codes, row)
        if (title < 0) continue
        for (let i = at(starts, title); i < at(starts, title + 1); i++) meet(at(tokens, i))
      }
    },
    hashes,
    mostShops,
  )
  const showing = (hash: number, shop: number) => {
    for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
      const literal = textAt(titles, row)
      if (literal === undefined || !hasToken(literal, hash)) continue
      return { literal, record: recordOf(listings, row) }
    }
    return undefined
  }
  return {
    ...sets,
    exampleOf: (code, shop) => showing(at(hashOf, code), shop),
    ownExampleOf: (shop) => showing(at(sets.own, shop), shop),
  }
}

function hasToken(title: string, wanted: number): boolean {
  let found = false
  cutTitle(title, (hash) => {
    if (hash === wanted) found = true
  })
  return found
}

/** The hashes of a title's tokens. */
export function titleHashes(title: string): Set<number> {
  const hashes = new Set<number>()
  cutTitle(title, (hash) => void hashes.add(hash))
  return hashes
}

function cutTitles(titles: TextPool) {
  const count = titles.starts.length - 1
  const table: HashTable = hashTable()
  const tokens: GrowingIntegers = growingIntegers()
  const starts = largeIntegers(count + 1)
  const meet = (hash: number) => tokens.push(table.idOf(hash))
  for (let title = 0; title < count; title++) {
    cutTitle(textOf(titles, title), meet)
    starts[title + 1] = tokens.length
  }
  return { starts, tokens: tokens.taken(), hashes: table.hashes() }
}

/**
 * Calls `meet` with the hash of every token, of some more than once: words of two letters or more, or short pieces where no spaces are written; neighbouring words,
 * as shingles (A. Broder, 1997) outlast a change of a few words; and the whole title.
 */
function cutTitle(title: string, meet: (hash: number) => void): void {
  const text = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  let before = -1
  for (let from = 0; from < text.length; ) {
    const end = endOfRun(text, from)
    if (1 < end - from) cutRun(text, from, end, meet)
    if (0 <= before) meet(hashText(text, before, end))
    before = from
    from = text.charCodeAt(end) === space ? end + 1 : end
  }
  if (0 <= before) meet(hashText(text, 0, text.length))
}

function cutRun(text: string, from: number, end: number, meet: (hash: number) => void): void {
  const length = isUnspaced(text.charCodeAt(from)) ? gramLength : end - from
  const last = Math.max(from, end - length)
  for (let start = from; start <= last; start++) {
    meet(hashText(text, start, Math.min(end, start + length)))
  }
}

const space = 0x20

/** A run is a word, or characters of scripts without spaces up to the next space or word. */
function endOfRun(text: string, from: number): number {
  const unspaced = isUnspaced(text.charCodeAt(from))
  let end = from + 1
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (unit === space || isUnspaced(unit) !== unspaced) break
    end += 1
  }
  return end
}

/** Chinese, Japanese, Thai, Lao, Burmese and Khmer characters, and the surrogates that write the rare ones among them. */
function isUnspaced(unit: number): boolean {
  return (
    (0x3400 <= unit && unit <= 0x9fff) ||
    (0x3005 <= unit && unit <= 0x30ff) ||
    (0xd800 <= unit && unit <= 0xfaff) ||
    (0x0e00 <= unit && unit <= 0x0eff) ||
    (0x1000 <= unit && unit <= 0x109f) ||
    (0x1780 <= unit && unit <= 0x17ff)
  )
}

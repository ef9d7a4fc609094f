import { at } from '../key-column.ts'
import type { ListingColumns } from './listing-columns.ts'
import { imageIdOf, recordOf } from './listing-rows.ts'
import type { RowsOfShop } from './rows-of-shop.ts'
import { sameImages } from './same-images.ts'
import { type TokenColumn, tokenSets } from './token-column.ts'

/** An image that more shops show belongs to the trade; it counts for no more than a thousandth of a seller's own. */
const mostShops = 1000

/** The images of every shop, by the shop's place. */
export function imageColumn(
  listings: ListingColumns,
  rowsOfShop: RowsOfShop,
  shopCount: number,
): TokenColumn {
  const { images, imageStarts } = listings
  const same = sameImages(images.texts)
  const { hashOf, ...sets } = tokenSets(
    shopCount,
    (shop, meet) => {
      for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
        for (let i = at(imageStarts, row); i < at(imageStarts, row + 1); i++) {
          meet(at(same, at(images.codes, i)))
        }
      }
    },
    images.texts.hashes,
    mostShops,
  )
  const showing = (hash: number | undefined, shop: number) => {
    for (let row = rowsOfShop.first(shop); row < rowsOfShop.end(shop); row++) {
      for (let i = at(imageStarts, row); i < at(imageStarts, row + 1); i++) {
        const image = at(images.codes, i)
        if (images.texts.hashes[at(same, image)] !== hash) continue
        return { literal: imageIdOf(images.texts, image).id, record: recordOf(listings, row) }
      }
    }
    return undefined
  }
  return {
    ...sets,
    exampleOf: (code, shop) => showing(hashOf[code], shop),
    ownExampleOf: (shop) => showing(sets.own[shop], shop),
  }
}

import type { Sha256 } from '../domain/units.ts'
import type { ListingColumns } from '../linkage/catalogue/listing-columns.ts'
import { recordOf, textAt } from '../linkage/catalogue/listing-rows.ts'
import { foldText } from '../linkage/fold-text.ts'
import { at } from '../linkage/key-column.ts'

/** What shops show, from either end. */
export interface ShopWindows {
  /** By number of the picture, the listings of a shop that show it. */
  picturesOf(shop: string): ReadonlyMap<number, readonly Sha256[]>
  /** All shops that show a picture, each once; at most `most`, undefined where there are more. */
  shopsShowing(picture: number, most: number): readonly string[] | undefined
  /** Titles of a shop in small letters without accents, each with its listing. */
  titlesOf(shop: string): readonly { readonly title: string; readonly record: Sha256 }[]
}

export const emptyWindows: ShopWindows = {
  picturesOf: () => new Map(),
  shopsShowing: () => [],
  titlesOf: () => [],
}

/** Pictures are one where their ids or hashes are the same. */
export function shopWindows(listings: ListingColumns): ShopWindows {
  const { shops, starts, images, imageStarts, titles } = listings
  const placeOf = new Map(shops.map((shop, place) => [shop, place]))
  const rowsOf = (shop: string): number[] => {
    const place = placeOf.get(shop)
    if (place === undefined) return []
    const first = at(starts, place)
    return Array.from({ length: at(starts, place + 1) - first }, (_, row) => first + row)
  }
  const shown = shownBy(listings)
  return {
    picturesOf(shop) {
      const pictures = new Map<number, Sha256[]>()
      for (const row of rowsOf(shop)) {
        const own = new Set(images.codes.subarray(at(imageStarts, row), at(imageStarts, row + 1)))
        for (const code of own)
          pictures.set(code, [...(pictures.get(code) ?? []), recordOf(listings, row)])
      }
      return pictures
    },
    shopsShowing(picture, most) {
      const places = shown(picture, most)
      return most < places.length ? undefined : places.flatMap((place) => shops[place] ?? [])
    },
    titlesOf: (shop) =>
      rowsOf(shop).flatMap((row) => {
        const title = textAt(titles, row)
        return title === undefined
          ? []
          : [{ title: foldText(title), record: recordOf(listings, row) }]
      }),
  }
}

/** By picture, the places of the shops that show it, ascending, each once; not all of them where they are more than `most`. */
function shownBy({
  shops,
  starts,
  images,
  imageStarts,
}: ListingColumns): (picture: number, most: number) => number[] {
  const ends = new Int32Array(images.texts.starts.length)
  for (const code of images.codes) ends[code + 1] = at(ends, code + 1) + 1
  for (let code = 1; code < ends.length; code++) ends[code] = at(ends, code) + at(ends, code - 1)
  const filled = ends.slice()
  const showing = new Int32Array(images.codes.length)
  for (const place of shops.keys()) {
    const [first, end] = [at(starts, place), at(starts, place + 1)]
    for (const code of images.codes.subarray(at(imageStarts, first), at(imageStarts, end))) {
      showing[at(filled, code)] = place
      filled[code] = at(filled, code) + 1
    }
  }
  return (code, most) => {
    const places: number[] = []
    for (let slot = at(ends, code); slot < at(ends, code + 1) && places.length <= most; slot++)
      if (places.at(-1) !== at(showing, slot)) places.push(at(showing, slot))
    return places
  }
}

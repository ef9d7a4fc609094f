import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { SourceRecord } from '../../domain/record.ts'
import { fieldOf, shopOf } from '../record-field.ts'
import { sameWriting } from '../same-writing.ts'

/**
 * Which rights goods stand under: those whose mark is the brand of the listing; where the listing is not known or shows no brand, and for a whole shop, those that concern the shop.
 * That a shop is concerned by a right does not say that all it sells is.
 */
export function goodsRights({
  records,
  rights,
  shops,
}: {
  readonly records: readonly SourceRecord[]
  readonly rights: readonly ConcernedRight[]
  readonly shops: readonly string[]
}): (shop: string, listing: string) => readonly string[] {
  const brands = new Map<string, string>()
  for (const record of records) {
    const [shop, brand] = [shopOf(record, shops), fieldOf(record, 'brand')]
    if (record.kind !== 'listing' || shop === undefined || brand === '') continue
    brands.set(placeOf(shop, fieldOf(record, 'listing_id')), brand)
  }
  return (shop, listing) => {
    const brand = listing === '' ? undefined : brands.get(placeOf(shop, listing))
    return rights
      .filter((right) =>
        brand === undefined || right.mark === undefined
          ? right.shops.includes(shop)
          : sameWriting(right.mark, brand),
      )
      .map(({ id }) => id)
  }
}

function placeOf(shop: string, listing: string): string {
  return `${shop}\n${listing}`
}

import type { WorldRow } from '../../../server/jobs/world/tables.ts'

/** Everything the demo says, by record kind, and its truth. */
export interface DemoRows {
  readonly shop: WorldRow[]
  readonly link: WorldRow[]
  readonly identity: WorldRow[]
  readonly factory: WorldRow[]
  readonly place: WorldRow[]
  readonly listing: WorldRow[]
  readonly parcel: WorldRow[]
  readonly test_buy: WorldRow[]
  readonly sale: WorldRow[]
  readonly right: WorldRow[]
  readonly authorised: WorldRow[]
  readonly event: WorldRow[]
  readonly evidence: WorldRow[]
  readonly truth: WorldRow[]
}

export function noRows(): DemoRows {
  return {
    shop: [],
    link: [],
    identity: [],
    factory: [],
    place: [],
    listing: [],
    parcel: [],
    test_buy: [],
    sale: [],
    right: [],
    authorised: [],
    event: [],
    evidence: [],
    truth: [],
  }
}

export interface ShopSpec {
  /** `platform/id`. */
  readonly shop: string
  readonly name: string
  readonly opened: string
  /** `2024-01-20 counterfeit`; absent while the shop is open. */
  readonly closed?: string
  readonly controller: string
  readonly predecessor?: string
  readonly trap?: string
  readonly changed?: string
  /** Further cells of the shop's row. */
  readonly has?: WorldRow
}

/** Writes a shop with its truth. */
export function addShop(rows: DemoRows, spec: ShopSpec): void {
  const [platform, shopId] = parts(spec.shop)
  const [closedOn, because] = spec.closed?.split(' ') ?? []
  rows.shop.push({
    platform,
    shop_id: shopId,
    name: spec.name,
    opened_on: spec.opened,
    closed_on: closedOn,
    closed_because: because,
    ...spec.has,
  })
  rows.truth.push({
    platform,
    shop_id: shopId,
    controller: spec.controller,
    predecessor: spec.predecessor,
    trap: spec.trap,
    changed: spec.changed?.split(' '),
  })
}

/** Listings of a shop: a title and its pictures each. */
export function addListings(
  rows: DemoRows,
  shop: string,
  about: { brand: string; price: number; seen: string },
  listings: readonly (readonly [title: string, ...images: string[]])[],
): void {
  const [platform, shopId] = parts(shop)
  for (const [n, [title, ...image]] of listings.entries()) {
    rows.listing.push({
      platform,
      shop_id: shopId,
      listing_id: `${shopId}-${n + 1}`,
      title,
      price: (about.price + 20 * n).toFixed(2),
      currency: 'CNY',
      brand: about.brand,
      image,
      seen_on: about.seen,
    })
  }
}

export function addEvent(
  rows: DemoRows,
  shop: string,
  on: string,
  event: string,
  more: WorldRow = {},
): void {
  rows.event.push({ subject: `shop:${shop}`, event, on, ...more })
}

export function parts(shop: string): [platform: string, id: string] {
  const [platform = '', id = ''] = shop.split('/')
  return [platform, id]
}

/** The day some days after another. */
export function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

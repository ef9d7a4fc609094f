import { dateOf } from './calendar.ts'
import type { Dice } from './dice.ts'
import type { TrueShop } from './sellers.ts'
import type { WorldRow } from './tables.ts'

/** A shop with the id under which the world's files know it. */
export interface NamedShop {
  readonly platform: string
  readonly id: string
  readonly shop: TrueShop
}

/** How often a record lacks a channel. */
const missing = {
  person: 0.12,
  number: 0.5,
  company: 0.35,
  phone: 0.2,
  email: 0.4,
  messenger: 0.6,
  device: 0.7,
  account: 0.35,
  origin: 0.2,
  factory: 0.55,
}

/** The row of a shop: what happens to be on record of it. */
export function shopRow({ platform, id, shop }: NamedShop, dice: Dice): WorldRow {
  const { traits, opened, closed, because } = shop
  const seen = (channel: keyof typeof missing) => !dice.chance(missing[channel])
  const person = seen('person') ? traits.person : undefined
  const account = seen('account') ? traits.account : undefined
  return {
    platform,
    shop_id: id,
    name: traits.name,
    opened_on: dateOf(opened),
    closed_on: closed === undefined ? undefined : dateOf(closed),
    closed_because: closed === undefined ? undefined : because,
    category: traits.trade[0],
    brand: traits.brand,
    registrant_name: person?.name,
    registrant_id: seen('number') ? person?.number : undefined,
    registrant_kind: person === undefined ? undefined : 'person',
    phone: seen('phone') ? traits.phone : undefined,
    email: seen('email') ? traits.email : undefined,
    messenger: seen('messenger') ? traits.messenger : undefined,
    device: seen('device') ? traits.device : undefined,
    account: account?.value,
    account_scheme: account?.scheme,
    origin_address: seen('origin') ? traits.origin : undefined,
    factory_id: seen('factory') ? traits.factory : undefined,
  }
}

/** The company behind a shop, when it is on record: a row of its own, since a shop's row names one registrant. */
export function companyRows({ platform, id, shop }: NamedShop, dice: Dice): WorldRow[] {
  if (dice.chance(missing.company)) return []
  const { company } = shop.traits
  const numbered = dice.chance(0.5)
  return [
    {
      platform,
      shop_id: id,
      kind: 'registrant',
      value: numbered ? company.number : company.name,
      value_name: numbered ? company.name : undefined,
      value_scheme: numbered ? 'uscc' : 'company_name',
      first_seen: dateOf(shop.opened),
    },
  ]
}

/** One to three listings with the words and pictures that fall to them. */
export function listingRows({ platform, id, shop }: NamedShop, dice: Dice): WorldRow[] {
  const { words, images, brand, price, trade } = shop.traits
  const count = 1 + dice.int(3)
  return Array.from({ length: count }, (_, n) => ({
    platform,
    shop_id: id,
    listing_id: `${id}-${n + 1}`,
    title: [...words.slice(n * 8, n * 8 + 6), trade[1]].join(' '),
    price: (200 * price * (0.9 + 0.2 * dice.real())).toFixed(2),
    currency: 'CNY',
    brand,
    image: images.filter((_image, at) => at % count === n).slice(0, 12),
    seen_on: dateOf(
      shop.opened + (shop.closed === undefined ? 3 : Math.min(3, shop.closed - shop.opened)),
    ),
  }))
}

export function truthRow(
  { platform, id, shop }: NamedShop,
  predecessor: NamedShop | undefined,
): WorldRow {
  return {
    platform,
    shop_id: id,
    controller: shop.controller,
    predecessor:
      predecessor === undefined ? undefined : `${predecessor.platform}/${predecessor.id}`,
    trap: shop.trap,
    changed: shop.changed,
  }
}

import type { IsoDate } from '../domain/units.ts'
import { textOf } from './catalogue/text-pool.ts'
import type { ObservedGraph } from './encode.ts'
import { at } from './key-column.ts'

/** What a shop shows only while somebody runs it, and of whoever does. */
export const signs: ReadonlySet<string> = new Set([
  'REGISTERED_TO',
  'REACHED_AT',
  'PAID_INTO',
  'SHIPS_FROM',
])

/** By shop key, the first day on which a listing, a registrant, a contact, an account or an origin was seen there. */
export function firstActivity({ edges, listings }: ObservedGraph): ReadonlyMap<string, IsoDate> {
  const first = new Map<string, IsoDate>()
  const see = (shop: string, day: IsoDate | undefined) => {
    const known = first.get(shop)
    if (day !== undefined && (known === undefined || day < known)) first.set(shop, day)
  }
  for (const { from, type, firstSeen } of edges) if (signs.has(type)) see(from, firstSeen)
  if (listings === undefined) return first
  const { codes, texts } = listings.days
  const days = Array.from({ length: texts.starts.length - 1 }, (_, code) => textOf(texts, code))
  for (const [place, shop] of listings.shops.entries()) {
    for (let row = at(listings.starts, place); row < at(listings.starts, place + 1); row++)
      see(shop, days[at(codes, row)] as IsoDate | undefined)
  }
  return first
}

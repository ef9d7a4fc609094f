import type { IsoDate } from '../domain/units.ts'
import { textAt } from './catalogue/listing-rows.ts'
import type { ObservedGraph } from './encode.ts'

/** What a shop shows only while somebody runs it. */
const signs = new Set(['REGISTERED_TO', 'REACHED_AT', 'PAID_INTO', 'SHIPS_FROM'])

/** By shop key, the first day on which a listing, a registrant, a contact, an account or an origin was seen there. */
export function firstActivity({ edges, listings }: ObservedGraph): ReadonlyMap<string, IsoDate> {
  const first = new Map<string, IsoDate>()
  const see = (shop: string, day: IsoDate | undefined) => {
    const known = first.get(shop)
    if (day !== undefined && (known === undefined || day < known)) first.set(shop, day)
  }
  for (const { from, type, firstSeen } of edges) if (signs.has(type)) see(from, firstSeen)
  for (const [place, shop] of (listings?.shops ?? []).entries()) {
    const end = listings?.starts[place + 1] ?? 0
    for (let row = listings?.starts[place] ?? 0; row < end; row++)
      see(shop, listings && (textAt(listings.days, row) as IsoDate | undefined))
  }
  return first
}

import { compareText } from '../domain/canonical.ts'
import type { Sha256 } from '../domain/units.ts'
import type { ShopWindows } from './shop-windows.ts'

/** What a ring and other shops of one factory both show. */
export interface ShownAlike {
  /** Pictures in common that few shops show. */
  readonly pictures: number
  /** Listings of the ring that show them. */
  readonly records: readonly Sha256[]
}

/** Pictures of more shops are passed around and say nothing of where goods come from. */
const mostShowing = 20

/**
 * By factory, the pictures that the ring has in common with shops outside it which the factory is said to supply.
 *
 * @param suppliersOf by shop, who is said to supply it
 */
export function shownAlike(
  members: ReadonlySet<string>,
  windows: ShopWindows,
  suppliersOf: (shop: string) => readonly string[],
): ReadonlyMap<string, ShownAlike> {
  const found: Found = new Map()
  for (const shop of members) {
    for (const [picture, listings] of windows.picturesOf(shop)) {
      const showing = windows.shopsShowing(picture, mostShowing) ?? []
      const outside = showing.filter((other) => !members.has(other))
      for (const factory of new Set(outside.flatMap(suppliersOf)))
        addListings(found, { factory, picture, listings })
    }
  }
  return new Map(
    Array.from(found, ([factory, pictures]) => [
      factory,
      {
        pictures: pictures.size,
        records: [...new Set([...pictures.values()].flatMap((own) => [...own]))].toSorted(
          compareText,
        ),
      },
    ]),
  )
}

/** By factory and picture, the listings that show it. */
type Found = Map<string, Map<number, Set<Sha256>>>

interface Showing {
  readonly factory: string
  readonly picture: number
  readonly listings: Iterable<Sha256>
}

function addListings(found: Found, { factory, picture, listings }: Showing): void {
  const pictures = found.get(factory) ?? new Map<number, Set<Sha256>>()
  const records = pictures.get(picture) ?? new Set<Sha256>()
  for (const record of listings) records.add(record)
  found.set(factory, pictures.set(picture, records))
}

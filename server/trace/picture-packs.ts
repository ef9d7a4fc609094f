import { compareText } from '../domain/canonical.ts'
import type { Shared } from './enablers.ts'

/** Of the shops of the rarer picture, the share that has the commoner one too where both are of one pack. */
const together = 0.5

/**
 * Pictures that many shops show, put together to packs: a picture is of the first pack, by how many show it, whose most used picture half of its shops show too.
 * A pack's shops are those of its most used picture and all its others.
 *
 * @param shopsOf by picture, the shops that show it
 * @param least pictures of fewer shops are of no pack
 */
export function picturePacks(
  shopsOf: ReadonlyMap<string, ReadonlySet<string>>,
  least: number,
): Shared[] {
  const common = [...shopsOf]
    .filter(([, shops]) => least <= shops.size)
    .toSorted(([x, a], [y, b]) => b.size - a.size || compareText(x, y))
  const packs: { picture: string; shops: Set<string> }[] = []
  const seededBy = new Map<string, number[]>()
  for (const [picture, shops] of common) {
    const pack = packs[firstShared(shops, seededBy) ?? packs.length]
    if (pack !== undefined) {
      for (const shop of shops) pack.shops.add(shop)
      continue
    }
    for (const shop of shops) seededBy.set(shop, [...(seededBy.get(shop) ?? []), packs.length])
    packs.push({ picture, shops: new Set(shops) })
  }
  return packs.map(({ picture, shops }) => ({
    kind: 'picture_pack',
    key: `pictures:${picture}`,
    name: picture,
    shops,
  }))
}

/** The first pack whose most used picture enough of the shops show; `seededBy` has the packs of each shop that shows their most used picture. */
function firstShared(
  shops: ReadonlySet<string>,
  seededBy: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const shared = new Map<number, number>()
  for (const shop of shops)
    for (const pack of seededBy.get(shop) ?? []) shared.set(pack, (shared.get(pack) ?? 0) + 1)
  const fitting = [...shared].filter(([, own]) => together <= own / shops.size)
  return fitting.reduce<number | undefined>(
    (first, [pack]) => (first === undefined || pack < first ? pack : first),
    undefined,
  )
}

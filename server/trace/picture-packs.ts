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
  const packs: { picture: string; seed: ReadonlySet<string>; shops: Set<string> }[] = []
  for (const [picture, shops] of common) {
    const pack = packs.find(({ seed }) => together <= shareIn(shops, seed))
    if (pack === undefined) packs.push({ picture, seed: shops, shops: new Set(shops) })
    else for (const shop of shops) pack.shops.add(shop)
  }
  return packs.map(({ picture, shops }) => ({
    kind: 'picture_pack',
    key: `pictures:${picture}`,
    name: picture,
    shops,
  }))
}

function shareIn(shops: ReadonlySet<string>, seed: ReadonlySet<string>): number {
  let shared = 0
  for (const shop of shops) if (seed.has(shop)) shared++
  return shared / shops.size
}

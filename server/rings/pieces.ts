import { join, rootOf, singles } from '../linkage/union-find.ts'

/** The groups that some pairs of shops hold together, by their first shop, each in the order of `shops`. */
export function piecesOf(
  shops: readonly string[],
  pairs: Iterable<{ readonly a: string; readonly b: string }>,
): string[][] {
  const placeOf = new Map(shops.map((shop, place) => [shop, place]))
  const parents = singles(shops.length)
  for (const { a, b } of pairs) {
    const [one, other] = [placeOf.get(a), placeOf.get(b)]
    if (one !== undefined && other !== undefined) join(parents, one, other)
  }
  const pieces = new Map<number, string[]>()
  for (const [place, shop] of shops.entries()) {
    const root = rootOf(parents, place)
    const own = pieces.get(root)
    if (own === undefined) pieces.set(root, [shop])
    else own.push(shop)
  }
  return [...pieces.values()]
}

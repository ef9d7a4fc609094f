/** The groups that some pairs of shops hold together, each in the order of `shops`. */
export function piecesOf(
  shops: readonly string[],
  pairs: Iterable<{ readonly a: string; readonly b: string }>,
): string[][] {
  const pieceOf = new Map(shops.map((shop) => [shop, [shop]]))
  for (const { a, b } of pairs) {
    const [one, other] = [pieceOf.get(a), pieceOf.get(b)]
    if (one === undefined || other === undefined || one === other) continue
    const [small, large] = one.length < other.length ? [one, other] : [other, one]
    for (const shop of small) {
      large.push(shop)
      pieceOf.set(shop, large)
    }
  }
  const order = new Map(shops.map((shop, place) => [shop, place]))
  const place = (shop: string) => order.get(shop) ?? 0
  return [...new Set(pieceOf.values())].map((piece) =>
    piece.toSorted((x, y) => place(x) - place(y)),
  )
}

import type { Step } from '../../rings/steps.ts'

/** Chosen shops that hang together by steps between them, each piece and all of them in the order of the shops. */
export function piecesOf(
  shops: readonly string[],
  steps: readonly Pick<Step, 'a' | 'b'>[],
): readonly (readonly string[])[] {
  const pieceOf = new Map(shops.map((shop, place) => [shop, place]))
  for (const { a, b } of steps) {
    const [one, other] = [pieceOf.get(a), pieceOf.get(b)]
    if (one === undefined || other === undefined || one === other) continue
    const [kept, joined] = [Math.min(one, other), Math.max(one, other)]
    for (const [shop, piece] of pieceOf) if (piece === joined) pieceOf.set(shop, kept)
  }
  return [...new Set(pieceOf.values())]
    .toSorted((x, y) => x - y)
    .map((piece) => shops.filter((shop) => pieceOf.get(shop) === piece))
}

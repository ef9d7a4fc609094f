import { pairAgreement } from '../../server/rings/pair-agreement.ts'

/** Pairs of shops in one ring against pairs of one controller, over all shops; a ring of −1 is none. */
export function rawScore(
  ringOf: Int32Array,
  controller: Int32Array,
): { readonly f1: number; readonly precision: number; readonly recall: number } {
  const shops = Array.from(controller, (own, shop) => ({
    shop: String(shop),
    controller: String(own),
  }))
  const placed = new Map(
    Array.from(ringOf, (ring, shop) => [String(shop), ring] as const)
      .filter(([, ring]) => 0 <= ring)
      .map(([shop, ring]) => [shop, String(ring)]),
  )
  const { f1, precision, recall } = pairAgreement(shops, [], placed).pairs
  return { f1: f1 ?? 0, precision: precision ?? 0, recall: recall ?? 0 }
}

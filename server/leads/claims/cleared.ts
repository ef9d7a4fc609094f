import type { CounterDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** What an earlier lead cleared a shop of: it speaks against every claim about the shop. */
export function clearedCounters({ core, words, nameOf }: ClaimContext): CounterDraft[] {
  return (core.cleared ?? []).flatMap(({ shops, ...outcome }) =>
    shops.map((shop) => ({
      about: shop,
      text: words.cleared({ ...outcome, shop: nameOf(shop), count: outcome.count ?? 0 }),
      records: [],
    })),
  )
}

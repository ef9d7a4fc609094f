import { nodeKey } from '../domain/keys.ts'
import type { ClaimContext } from './claims/context.ts'

/** What records say of a shop's goods, best known first. */
export const standings = ['counterfeit', 'genuine', 'open', 'closed', 'inferred'] as const
/**
 * `counterfeit`, `genuine`: a test buy was found to be that; `open`: bought, without a verdict; `closed`: never bought, closed by its platform for counterfeits;
 * `inferred`: neither, it is in the ring because of its links alone.
 */
export type Standing = (typeof standings)[number]

/** The ring's shops by what is known of their goods; each shop stands in one group, and a group without shops is there too. */
export function standingsOf(
  context: ClaimContext,
): readonly { readonly standing: Standing; readonly shops: readonly string[] }[] {
  const results = testResults(context)
  return standings.map((standing) => ({
    standing,
    shops: context.shops.filter((shop) => standingOf(shop, results, context) === standing),
  }))
}

function standingOf(
  shop: string,
  results: ReadonlyMap<string, ReadonlySet<string>>,
  { nodes }: ClaimContext,
): Standing {
  const found = results.get(shop.toLowerCase())
  if (found?.has('counterfeit')) return 'counterfeit'
  if (found?.has('genuine')) return 'genuine'
  if (found !== undefined) return 'open'
  const lives = nodes.get(shop)?.lives ?? []
  return lives.some(({ ended }) => ended === 'counterfeit') ? 'closed' : 'inferred'
}

/** Verdicts on the test buys of each shop, by its key in lower case, as fields are as typed. */
function testResults({ core }: ClaimContext): ReadonlyMap<string, ReadonlySet<string>> {
  const results = new Map<string, Set<string>>()
  for (const { kind, fields } of core.events) {
    if (kind !== 'test_buy') continue
    const [platform, id] = [fields.platform, fields.shop_id].map((field) => [field ?? ''].flat()[0])
    const shop = nodeKey('Shop', platform ?? '', id ?? '').toLowerCase()
    const result = [fields.result ?? ''].flat()[0] || 'pending'
    results.set(shop, (results.get(shop) ?? new Set()).add(result))
  }
  return results
}

import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import type { Ledger } from '../../server/domain/link.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { decision, market, options, shopKey, strangers, type TestShop } from './market.ts'

const shop = fc.record(
  {
    name: fc.constantFrom('Golden Lotus', 'Golden Lotus Outlet', 'Red Crane'),
    opened: fc.constantFrom('2025-01-01', '2025-02-01', '2025-03-01'),
    closed: fc.constantFrom('2025-01-20', '2025-02-20'),
    person: fc.constantFrom('Chen Wei', 'Li Na'),
    phone: fc.uniqueArray(fc.constantFrom('+8613800138000', '+8613911112222'), { maxLength: 2 }),
    account: fc.uniqueArray(fc.constantFrom('acc-1', 'acc-2', 'acc-3'), { maxLength: 2 }),
    origin: fc.uniqueArray(fc.constantFrom('12 Mill Road, Xiamen', '14 Mill Road, Xiamen'), {
      maxLength: 1,
    }),
    factory: fc.constantFrom('f1', 'f2'),
  },
  { requiredKeys: [] },
)
const shops = fc
  .array(shop, { minLength: 2, maxLength: 9 })
  .map((list) => list.map((own, n): TestShop => ({ id: `s${n}`, ...own })))

describe('links of some shops only', () => {
  it('say of one controller what they say among all links, and nothing of a return', () => {
    fc.assert(
      fc.property(shops, fc.boolean(), (list, decided) => {
        const decisions = decided ? [decision('s0', 's1', 'different')] : []
        const evidence = market([...list, ...strangers(3)], decisions)
        const wanted = new Set([shopKey('s1'), shopKey('s4'), shopKey('nobody')])
        const all = linkShops(evidence, options)
        const some = linkShops(evidence, { ...options, only: wanted })
        const touching = all.links.filter(
          ({ kind, from, to }) => kind !== 'came_back_as' && (wanted.has(from) || wanted.has(to)),
        )
        expect(canonicalJson(some.links.map(apart))).to.equal(canonicalJson(touching.map(apart)))
        expect(canonicalJson(some.model)).to.equal(canonicalJson(all.model))
      }),
    )
  })
})

/** A link without the shares of a return, which a ledger of both kinds tells. */
function apart<L extends { readonly ledger: Ledger }>(link: L) {
  return { ...link, ledger: { ...link.ledger, succession: undefined } }
}

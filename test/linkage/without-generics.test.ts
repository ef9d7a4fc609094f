import { expect } from 'chai'
import fc from 'fast-check'

import type { LedgerBar } from '../../server/domain/link.ts'
import { comparePair } from '../../server/linkage/compare.ts'
import { type ChannelColumn, encode } from '../../server/linkage/encode.ts'
import { unknownLevel } from '../../server/linkage/learn/patterns.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { withoutGenerics } from '../../server/linkage/without-generics.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

const centre = '青石村 12号'

/** Sellers who hand their parcels to one centre, so many that it says nothing of any. */
const customers: readonly TestShop[] = Array.from({ length: 24 }, (_, n) => ({
  id: `customer-${n}`,
  person: `Customer ${n}`,
  origin: [centre],
}))

function originBars(a: TestShop, b: TestShop): readonly LedgerBar[] {
  const evidence = market([a, b, ...customers, ...strangers(60)])
  const link = linkShops(evidence, options).links.find(
    ({ from, to, kind }) =>
      kind === 'same_controller' && from === shopKey(a.id) && to === shopKey(b.id),
  )
  if (link === undefined) throw new Error('the two are not linked at all')
  return link.ledger.bars.filter(({ channel }) => channel === 'origin')
}

function originOf(shops: readonly TestShop[]): ChannelColumn {
  const { columns } = withoutGenerics(encode(market(shops)))
  return columns.find(({ rule }) => rule.channel === 'origin') as ChannelColumn
}

describe('what says nothing of who somebody is', () => {
  const phone = ['+8613812345678']

  it('does not take away that two shops ship from addresses of their own, and is told beside them', () => {
    const bars = originBars(
      { id: 'a', phone, origin: [centre, '白鹭镇 3号'] },
      { id: 'b', phone, origin: [centre, '红柳巷 8号'] },
    )
    expect(bars.map(({ level, generic }) => [level, generic])).to.deep.equal([
      ['differ', false],
      ['same', true],
    ])
    const [differ, shared] = bars
    expect(differ?.bits).to.be.below(0)
    expect([differ?.a.literal, differ?.b.literal]).to.deep.equal(['白鹭镇 3号', '红柳巷 8号'])
    expect(shared).to.include({ bits: 0, rawBits: 0 })
    expect(shared?.a.literal).to.equal(centre)
  })

  it('is no address at all of a shop that has no other', () => {
    expect(
      originBars({ id: 'a', phone, origin: [centre] }, { id: 'b', phone, origin: ['红柳巷 8号'] }),
    ).to.deep.equal([])
  })

  it('(law) changes no comparison of two shops that have it, however many more do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(['白鹭镇 1号', '白鹭镇 2号', '红柳巷 8号', '青石村 9号']), {
          minLength: 4,
          maxLength: 12,
        }),
        fc.infiniteStream(fc.boolean()),
        (addresses, isCustomer) => {
          const own = addresses.map((origin, n): TestShop => ({ id: `own-${n}`, origin }))
          const more = own.map(
            (shop): TestShop =>
              isCustomer.next().value
                ? { ...shop, origin: [centre, ...(shop.origin ?? [])] }
                : shop,
          )
          const before = originOf([...own, ...customers])
          const after = originOf([...more, ...customers])
          for (let a = customers.length; a < before.known.length; a++)
            for (let b = a + 1; b < before.known.length; b++)
              expect(comparePair(after, a, b)).to.deep.equal(comparePair(before, a, b))
        },
      ),
    )
  })

  it('leaves a shop unknown of which nothing else is known', () => {
    expect(comparePair(originOf(customers), 0, 1).level).to.equal(unknownLevel)
  })
})

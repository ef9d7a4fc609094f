import { expect } from 'chai'

import { explainPair } from '../../server/linkage/explain-pair.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

describe('the brand of the goods', () => {
  it('makes no pair by itself, however rare it is', () => {
    const graph = market([...bearers(2), ...strangers(60)])
    const { links } = linkShops(graph, options)
    expect(links).to.deep.equal([])
  })

  it('adds to what else two shops share, the less the more sell it, and never so much that it counts for nothing', () => {
    const bits = [0, 10, 60].map((others) => barWith(others).bits)
    expect(bits[0]).to.be.above(bits[1] ?? 0)
    expect(bits[1]).to.be.above(bits[2] ?? 0)
    expect(bits[2]).to.be.above(0)
    expect(bits[0]).to.be.at.most(6)
    expect(barWith(60).generic).to.equal(false)
  })

  it('is no sign of a common supply', () => {
    const shops = [...bearers(2, { account: ['x'] }), ...strangers(60)]
    const { links } = linkShops(market(shops), options)
    expect(links.map(({ kind }) => kind)).to.not.include('shares_supply')
    expect(links.length).to.be.above(0)
  })
})

/** The bar of two shops with one account and one brand that so many others sell. */
function barWith(others: number) {
  const sellers = strangers(120).map((own, n) => (n < others ? { ...own, brands: ['Lotus'] } : own))
  const graph = market([...bearers(2, { account: ['x'] }), ...sellers])
  const [link] = explainPair(graph, shopKey('b0'), shopKey('b1'), options)
  return link?.ledger.bars.find(({ channel }) => channel === 'brands') ?? expect.fail('no bar')
}

function bearers(count: number, more: Partial<TestShop> = {}): TestShop[] {
  return Array.from({ length: count }, (_, n) => ({ id: `b${n}`, brands: ['Lotus'], ...more }))
}

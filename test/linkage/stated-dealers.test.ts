import { expect } from 'chai'

import { explainPair } from '../../server/linkage/explain-pair.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

const bare: readonly TestShop[] = [{ id: 'dealer', resellsFor: 'maker' }, { id: 'maker' }]

describe('a stated dealer', () => {
  it('shares supply with whose goods it sells, on the ground of the statement', () => {
    const link = supplyLink(bare)
    expect(link?.probability).to.be.above(0.9)
    expect(link?.ledger.supply?.stated).to.include({
      literal: 'test/maker',
      key: shopKey('maker'),
    })
    expect(link?.ledger.supply?.stated?.records).to.have.length(1)
    expect(link?.ledger.supply?.imitation).to.equal(false)
  })

  it('is weighed as one controller by what else there is, and by nothing of the statement', () => {
    const shared = { account: ['x'], phone: ['+8613800138000'], origin: ['12 Mill Road'] }
    const shops = bare.map((shop) => ({ ...shop, ...shared }))
    const silent = shops.map(({ resellsFor, ...shop }) => shop)
    const of = (own: readonly TestShop[]) =>
      explainPair(
        market([...own, ...strangers(20)]),
        shopKey('dealer'),
        shopKey('maker'),
        options,
      )[0]
    expect(of(shops)?.ledger.total).to.equal(of(silent)?.ledger.total)
    expect(of(shops)?.ledger.bars).to.deep.equal(of(silent)?.ledger.bars)
  })

  it('leaves to common supply no more than one controller leaves', () => {
    const shared = { account: ['x'], phone: ['+8613800138000'], number: '110105194912310029' }
    const link = supplyLink(bare.map((shop) => ({ ...shop, ...shared })))
    const { probability, supply } = link?.ledger ?? {}
    expect((probability ?? 0) + (supply?.probability ?? 1)).to.be.at.most(1)
  })

  it('says nothing of shops that are not on record', () => {
    const links = linkShops(market([{ id: 'dealer', resellsFor: 'nobody' }, ...strangers(20)]), {
      ...options,
    })
    expect(links.links.filter(({ ledger }) => ledger.supply?.stated !== undefined)).to.deep.equal(
      [],
    )
  })
})

function supplyLink(shops: readonly TestShop[]) {
  const { links } = linkShops(market([...shops, ...strangers(20)]), options)
  return links.find(
    ({ from, to, kind }) =>
      kind === 'shares_supply' && from === shopKey('dealer') && to === shopKey('maker'),
  )
}

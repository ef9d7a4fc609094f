import { expect } from 'chai'

import type { Probability } from '../../server/domain/units.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey } from './market.ts'

describe('a channel that is done without', () => {
  it('is unknown of every shop, and finds no pair', () => {
    const evidence = market([
      { id: 'a', phone: ['+8613800138000'] },
      { id: 'b', phone: ['+8613800138000'] },
      { id: 'c', account: ['x'], phone: ['+8613800138001'] },
      { id: 'd', account: ['x'], phone: ['+8613800138001'] },
    ])
    const { links } = linkShops(evidence, {
      ...options,
      without: 'phone',
      minimum: 0.1 as Probability,
    })
    expect(links.map(({ from, to }) => [from, to])).to.deep.equal([[shopKey('c'), shopKey('d')]])
    expect(links[0]?.ledger.unknown).to.include('phone')
  })
})

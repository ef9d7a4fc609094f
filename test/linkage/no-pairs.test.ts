import { expect } from 'chai'

import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options } from './market.ts'

describe('a store of thousands of shops of which no two share anything', () => {
  it('has no link, and nothing that it could teach', () => {
    const list = Array.from({ length: 2_200 }, (_, n) => ({
      id: `s${n}`,
      opened: '2025-01-01',
      ...(n % 4 === 0 && { closed: '2025-03-01' }),
    }))
    const { links, model, pairsCompared } = linkShops(market(list), options)
    expect([links, pairsCompared]).to.deep.equal([[], 0])
    expect(model.name).to.match(/^usual-weights/)
  })
})

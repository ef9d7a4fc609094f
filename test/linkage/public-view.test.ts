import { expect } from 'chai'

import type { Probability } from '../../server/domain/units.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey } from './market.ts'

describe('the public view', () => {
  it('does without accounts, numbers and networks in the public view, and its model says so', () => {
    const hidden = { account: ['x'], number: '11010519491231002X' }
    const seen = { phone: ['+8613800138000'] }
    const evidence = market([
      { id: 'a', ...hidden },
      { id: 'b', ...hidden },
      { id: 'c', ...seen },
      { id: 'd', ...seen },
    ])
    const { links, model } = linkShops(evidence, {
      ...options,
      view: 'public',
      minimum: 0.5 as Probability,
    })
    expect(links.map(({ from, to }) => [from, to])).to.deep.equal([[shopKey('c'), shopKey('d')]])
    expect(links[0]?.ledger.unknown).to.include.members([
      'account',
      'id_number',
      'network',
      'device',
    ])
    expect(model.name).to.match(/-public$/u)
  })
})

import { expect } from 'chai'

import type { Link } from '../../server/domain/link.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers } from './market.ts'

describe('links of one pair', () => {
  const { links } = linkShops(
    market([
      {
        id: 'b',
        name: 'Golden Lotus',
        closed: '2025-01-20',
        opened: '2024-01-01',
        phone: ['+8613800138000'],
        account: ['acc-1'],
      },
      {
        id: 'a',
        name: 'Red Crane',
        opened: '2025-01-25',
        phone: ['+8613800138000'],
        account: ['acc-1'],
      },
      ...strangers(60),
    ]),
    options,
  )
  const between = (kind: Link['kind']) => {
    const found = links.find((link) => link.kind === kind)
    if (found === undefined) throw new Error(`no link says ${kind}`)
    return found
  }

  it('give one reason, each as seen from where it starts', () => {
    const one = between('same_controller')
    const back = between('came_back_as')
    expect([one.from, one.to]).to.deep.equal([shopKey('a'), shopKey('b')])
    expect([back.from, back.to]).to.deep.equal([shopKey('b'), shopKey('a')])
    const turned = back.ledger.bars.map((bar) => ({ ...bar, a: bar.b, b: bar.a }))
    expect({ ...back.ledger, bars: turned }).to.deep.equal(one.ledger)
    const name = back.ledger.bars.find(({ channel }) => channel === 'name')
    expect([name?.a.literal, name?.b.literal]).to.deep.equal(['Golden Lotus', 'Red Crane'])
  })

  it('stand by from, to and kind', () => {
    const order = links.map(({ from, to, kind }) => `${from}\n${to}\n${kind}`)
    expect(order).to.deep.equal(order.toSorted())
  })
})

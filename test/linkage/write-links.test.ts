import { expect } from 'chai'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { textBlocks } from '../../server/domain/columns/text-blocks.ts'
import { Ledger, type Link } from '../../server/domain/link.ts'
import { ledgerKeeper } from '../../server/linkage/kept-ledgers.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { weighAll } from '../../server/linkage/weigh-all.ts'
import { writeLinks } from '../../server/linkage/write-links.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { market, options, shopKey, strangers } from './market.ts'

describe('links of one pair', () => {
  const evidence = market([
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
  ])
  const { links } = linkShops(evidence, options)
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

  it('say the same where their reasons are text beside the heap, and give rise to the same rings', () => {
    const { market: own, scored, returns } = weighAll(evidence, options)
    const packed = writeLinks(own, scored, returns, options.minimum, ledgerKeeper(textBlocks(), 0))
    expect(packed.map((link) => canonicalJson(link))).to.deep.equal(links.map(canonicalJson))
    for (const [place, link] of links.entries())
      for (const part of Ledger.keyof().options)
        expect(packed[place]?.ledger[part], part).to.deep.equal(link.ledger[part])
    expect(JSON.stringify(packed)).to.equal(JSON.stringify(links))
    const shops = evidence.nodes.filter(({ kind }) => kind === 'Shop')
    const ringsOf = (some: readonly Link[]) =>
      findRings({ links: some, shops }, { threshold: options.threshold, seed: 1, maxSize: 40 })
    expect(ringsOf(packed)).to.deep.equal(ringsOf(links))
    expect(ringsOf(links)).to.have.length(1)
  })

  it('stand by from, to and kind', () => {
    const order = links.map(({ from, to, kind }) => `${from}\n${to}\n${kind}`)
    expect(order).to.deep.equal(order.toSorted())
  })
})

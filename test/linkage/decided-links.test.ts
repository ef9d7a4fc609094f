import { expect } from 'chai'

import type { Link } from '../../server/domain/link.ts'
import type { Probability } from '../../server/domain/units.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { decision, market, options, type TestShop } from './market.ts'

describe('what people decided about a pair', () => {
  it('lets a confirmation hold a link up and a denial take it down, and lists both', () => {
    const list = [{ id: 'a', account: ['x'] }, { id: 'b', account: ['x'] }, { id: 'c' }]
    const [denied] = decided(list, 'a', 'b', 'different')
    expect(denied?.probability).to.be.below(0.01)
    expect(denied?.ledger.bars[0]?.bits).to.be.above(8)
    expect(denied?.ledger.decisions[0]?.verdict).to.equal('different')
    const [confirmed] = decided(list, 'b', 'c', 'same')
    expect(confirmed?.probability).to.be.above(0.99)
    const [unsure] = decided(list, 'b', 'c', 'unsure')
    const [undecided] = linkShops(market(list), options).links
    // To be decided a pair is compared, which is one more that might match.
    expect(bitsOf(unsure)).to.be.closeTo(bitsOf(undecided), 0.01)
  })

  it('takes no side where people disagree, and counts the latest word of each', () => {
    const list = [
      { id: 'a', account: ['x'] },
      { id: 'b', account: ['x'] },
    ]
    const lin = decision('a', 'b', 'different')
    const bits = (decisions: Parameters<typeof market>[1]) =>
      bitsOf(linkShops(market(list, decisions), options).links[0])
    const undecided = bits([])
    expect(bits([lin, decision('a', 'b', 'same', 'Mo')])).to.equal(undecided)
    expect(bits([lin, decision('a', 'b', 'same', 'Lin', '2025-07-01')])).to.be.above(undecided)
    expect(bits([{ ...lin, retractedAt: 1 as never }])).to.equal(undecided)
  })
})

function decided(
  list: readonly TestShop[],
  a: string,
  b: string,
  verdict: 'same' | 'different' | 'unsure',
): Link[] {
  const { links } = linkShops(market(list, [decision(a, b, verdict)]), {
    ...options,
    minimum: 1 as Probability,
  })
  return links.filter(({ ledger }) => 0 < ledger.decisions.length)
}

function bitsOf(link: Link | undefined): number {
  return link?.ledger.calibration.bits ?? Number.NaN
}

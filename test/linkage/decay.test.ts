import { expect } from 'chai'
import fc from 'fast-check'

import type { IsoDate } from '../../server/domain/units.ts'
import { apartDays, bitsAfter } from '../../server/linkage/decay.ts'
import { type ChannelColumn, encode } from '../../server/linkage/encode.ts'
import { type Evidence, linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

const phone = '+8613712345678'

/** Two shops with one phone and one account, the one closed before the other opened; each value seen as long as its shop ran. */
function pair(opened: string, more: Partial<TestShop> = {}): Evidence {
  const shops: TestShop[] = [
    { id: 'a', opened: '2020-01-01', closed: '2021-01-01', phone: [phone], ...more },
    { id: 'b', opened, phone: [phone], ...more },
  ]
  const evidence = market([...shops, ...strangers(60)])
  const edges = evidence.edges.map((edge) => {
    const shop = shops.find(({ id }) => shopKey(id) === edge.from)
    if (shop === undefined) return edge
    const lastSeen = (shop.closed ?? '2026-01-01') as IsoDate
    return { ...edge, firstSeen: shop.opened as IsoDate, lastSeen }
  })
  return { ...evidence, edges }
}

function linkOf(evidence: Evidence) {
  const link = linkShops(evidence, options).links.find(
    ({ from, to, kind }) =>
      kind === 'same_controller' && from === shopKey('a') && to === shopKey('b'),
  )
  if (link === undefined) throw new Error('the two were not compared')
  return link
}

function columnOf(channel: string): ChannelColumn {
  const column = encode(pair('2023-01-01', { account: ['one'] })).columns.find(
    ({ rule }) => rule.channel === channel,
  )
  if (column === undefined) throw new Error(`no channel ${channel}`)
  return column
}

describe('a value that is given out again', () => {
  const phones = columnOf('phone')

  it('is worth less the longer nobody was seen with it, and never more than at one time', () => {
    const days = fc.integer({ min: 0, max: 5_000 })
    const bits = fc.double({ min: 0, max: 20, noNaN: true })
    fc.assert(
      fc.property(days, days, bits, bits, (one, other, x, y) => {
        const [soon, late] = [Math.min(one, other), Math.max(one, other)]
        expect(bitsAfter(phones, 0, x, late)).to.be.at.most(bitsAfter(phones, 0, x, soon))
        expect(bitsAfter(phones, 0, x, soon)).to.be.at.most(x)
        const [less, more] = [Math.min(x, y), Math.max(x, y)]
        expect(bitsAfter(phones, 0, less, late)).to.be.at.most(bitsAfter(phones, 0, more, late))
      }),
    )
  })

  it('keeps its worth while a number rests, and at once where both had it at one time', () => {
    expect(bitsAfter(phones, 0, 12, 180)).to.equal(12)
    expect(bitsAfter(phones, 0, 12, 730)).to.be.lessThan(7)
  })

  it('is nothing that happens to an account, nor to what only looks alike', () => {
    expect(bitsAfter(columnOf('account'), 0, 12, 3_000)).to.equal(12)
    const near = phones.layout.firstOf[2] ?? 0
    expect(bitsAfter(phones, near, 5, 3_000)).to.equal(5)
  })

  it('counts the days from the last sighting at one to the first at the other, in either order', () => {
    expect([apartDays(phones, 0, 1), apartDays(phones, 1, 0)]).to.deep.equal([730, 730])
  })

  it('counts no days where a date is missing, or where a sighting on one day says nothing of how long it was had', () => {
    const evidence = pair('2023-01-01')
    const without = evidence.edges.map(({ lastSeen: _, ...edge }) => edge)
    const once = evidence.edges.map((edge) =>
      edge.from === shopKey('a') ? { ...edge, lastSeen: edge.firstSeen } : edge,
    )
    const apart = (edges: Evidence['edges']) =>
      apartDays(encode({ ...evidence, edges }).columns[2] as ChannelColumn, 0, 1)
    expect(apart(without)).to.equal(0)
    // The life of the shop stands in for the one day, and ended two years before the other began.
    expect(apart(once)).to.equal(730)
  })

  it('alone joins nobody after two years, and the bar says why', () => {
    const link = linkOf(pair('2023-01-02'))
    const bar = link.ledger.bars.find(({ channel }) => channel === 'phone')
    expect(bar?.apartDays).to.equal(731)
    expect(bar?.apartBits).to.be.lessThan(-3)
    expect(link.probability).to.be.lessThan(0.05)
    const soon = linkOf(pair('2021-01-20')).ledger.bars.find(({ channel }) => channel === 'phone')
    expect(soon).not.to.have.property('apartDays')
  })

  it('leaves every sum of the ledger whole', () => {
    for (const opened of ['2021-01-20', '2022-01-01', '2023-06-01', '2025-06-01']) {
      const { ledger, probability } = linkOf(pair(opened, { account: ['one'] }))
      const time = ledger.gap?.bits ?? ledger.together?.bits ?? 0
      const bars = ledger.bars.reduce((sum, { bits }) => sum + bits, 0)
      const total = ledger.prior.bits + bars + time + ledger.calibration.bits
      expect(total).to.be.closeTo(ledger.total, 1e-9)
      expect(1 / (1 + 2 ** -total)).to.be.closeTo(probability, 1e-9)
      for (const { m, u, rawBits, level } of ledger.bars)
        if (level !== 'differ') expect(Math.log2(m / u)).to.be.closeTo(rawBits, 1e-9)
    }
  })
})

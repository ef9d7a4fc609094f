import { expect } from 'chai'

import type { Link } from '../../server/domain/link.ts'
import type { IsoDate, Probability } from '../../server/domain/units.ts'
import { explainPair } from '../../server/linkage/explain-pair.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { market, options, shopKey, strangers, type TestShop } from './market.ts'

describe('linkShops', () => {
  it('is nearly sure of two shops that alone are paid into one account', () => {
    expect(
      controller([
        { id: 'a', account: ['x'] },
        { id: 'b', account: ['x'] },
      ]),
    ).to.be.within(0.9, 0.98)
  })

  it('leaves one shared address in doubt, lets a name make it likely and a phone settle it', () => {
    const at = { origin: ['5 Mill Road, Putian'] }
    expect(
      controller([
        { id: 'a', ...at },
        { id: 'b', ...at },
      ]),
    ).to.be.within(0.3, 0.6)
    const named = { ...at, name: 'Crane Outlet' }
    expect(
      controller([
        { id: 'a', ...named },
        { id: 'b', ...named },
      ]),
    ).to.be.within(0.6, 0.9)
    const reached = { ...at, phone: ['+8613800138000'] }
    expect(
      controller([
        { id: 'a', ...reached },
        { id: 'b', ...reached },
      ]),
    ).to.be.above(0.9)
  })

  it('never links two shops by their name alone', () => {
    expect(
      controller([
        { id: 'a', name: 'Uniswap' },
        { id: 'b', name: 'Uniswap' },
      ]),
    ).to.be.below(0.5)
    expect(
      controller([
        { id: 'a', name: 'Uniswap Airdrop' },
        { id: 'b', name: 'Fake Uniswap' },
      ]),
    ).to.be.below(0.5)
  })

  it('links nobody through a value that five hundred strangers hold', () => {
    const hub = strangers(500).map((own) => ({
      ...own,
      origin: ['Parcel centre 1, Yiwu'],
      account: ['agent'],
    }))
    const { links, generic, pairsCompared } = linkShops(market(hub), {
      ...options,
      minimum: 0.1 as Probability,
    })
    expect(links).to.deep.equal([])
    expect(pairsCompared).to.equal(0)
    expect(generic.map(({ key }) => key)).to.include.members([
      'account:wallet/agent',
      'origin:parcel centre 1, yiwu',
    ])
  })

  it('gives a generic value no bits, and shows it with its holders', () => {
    const hub = strangers(24).map((own) => ({ ...own, account: ['agent'] }))
    const twins: TestShop[] = ['a', 'b'].map((id) => ({
      id,
      account: ['agent'],
      phone: ['+8613700000001'],
    }))
    const [link] = explainPair(market([...hub, ...twins]), shopKey('a'), shopKey('b'), options)
    const bar = link?.ledger.bars.find(({ channel }) => channel === 'account')
    expect(bar).to.include({ generic: true, bits: 0, rawBits: 0, holders: 26, level: 'same' })
    expect(bar?.innocent).to.match(/^held by 26 shops, so it counts for nothing/)
    expect(link?.channels).to.deep.equal(['phone'])
  })

  it('counts a ring that other evidence joins as one holder of what it shares', () => {
    const twelve = Array.from({ length: 12 }, (_, n) => ({
      id: `r${n}`,
      account: ['theirs'],
      email: [`m${n}@a.example`],
    }))
    const ring = twelve.map((own) => ({ ...own, phone: ['+8613700000001'] }))
    const apart = twelve.map((own, n) => ({
      ...own,
      phone: [`+86137${n}${n}${n}00000`.slice(0, 14)],
    }))
    expect(accountBits(ring)).to.be.above(accountBits(apart) + 5)
  })

  it('keeps the customers of one agent apart, who lends them phone and account alike', () => {
    const customers = strangers(24).map((own) => ({
      ...own,
      account: ['agent'],
      phone: ['+8613700000001'],
    }))
    const { links, generic } = linkShops(market(customers), {
      ...options,
      minimum: 0.1 as Probability,
    })
    expect(links).to.deep.equal([])
    expect(generic.map(({ key }) => key)).to.deep.equal([
      'account:wallet/agent',
      'contact:phone/+8613700000001',
    ])
  })

  it('weighs an account by what shows of it: less where many could show the same', () => {
    const masked = { account: ['6217****4471'] }
    const few = controller([
      { id: 'a', ...masked },
      { id: 'b', ...masked },
    ])
    const many = explainPair(
      market([{ id: 'a', ...masked }, { id: 'b', ...masked }, ...strangers(3000)]),
      shopKey('a'),
      shopKey('b'),
      options,
    )
    expect(few).to.be.above(0.9)
    expect(many[0]?.probability).to.be.below(few)
  })

  it('lists a channel that one side says nothing in as unknown, not as a disagreement', () => {
    const [link] = explainPair(
      market([
        { id: 'a', account: ['x'], phone: ['+8613800138000'] },
        { id: 'b', account: ['x'] },
      ]),
      shopKey('a'),
      shopKey('b'),
      options,
    )
    expect(link?.ledger.unknown).to.include('phone')
    expect(link?.ledger.bars.map(({ channel }) => channel)).to.deep.equal(['account'])
  })

  it('weighs one number under two names as a number typed wrong, made up or borrowed', () => {
    const same = { number: '11010519491231002X', person: 'Chen Wei' }
    expect(
      controller([
        { id: 'a', ...same },
        { id: 'b', ...same },
      ]),
    ).to.be.above(0.95)
    expect(
      controller([
        { id: 'a', ...same },
        { id: 'b', ...same, person: 'Liu Yang' },
      ]),
    ).to.be.below(0.8)
  })

  it('tells the literal values and the records of both ends, the first of the shop that the link runs from', () => {
    const { links } = linkShops(
      market([
        { id: 'b', phone: ['+8613800138000'], opened: '2024-01-01', closed: '2024-05-01' },
        { id: 'a', phone: ['+8613800138001'], opened: '2024-05-09' },
      ]),
      options,
    )
    const back = links.find(({ kind }) => kind === 'came_back_as')
    expect(back).to.include({ from: shopKey('b'), to: shopKey('a'), gapDays: 8 })
    expect(back?.ledger.bars[0]).to.deep.include({ channel: 'phone', level: 'near' })
    expect(back?.ledger.bars[0]?.a.literal).to.equal('+8613800138000')
    expect(back?.ledger.bars[0]?.a.records[0]).to.match(/^62/)
  })

  it('names the nearest sister as successor, and only one', () => {
    const ours = { account: ['x'], phone: ['+8613800138000'] }
    const chain = [
      { id: 's1', ...ours, opened: '2024-01-01', closed: '2024-03-01' },
      { id: 's2', ...ours, opened: '2024-03-08', closed: '2024-06-01' },
      { id: 's3', ...ours, opened: '2024-06-05', closed: '2024-09-01' },
      { id: 's4', ...ours, opened: '2024-09-20' },
    ]
    const { links } = linkShops(market([...chain, ...strangers(60)]), {
      ...options,
      minimum: 0.5 as Probability,
    })
    const back = links
      .filter(({ kind }) => kind === 'came_back_as')
      .map(({ from, to }) => [from, to])
    expect(back).to.deep.equal([
      [shopKey('s1'), shopKey('s2')],
      [shopKey('s2'), shopKey('s3')],
      [shopKey('s3'), shopKey('s4')],
    ])
    expect(links.filter(({ kind }) => kind === 'same_controller')).to.have.length(6)
  })

  it('sees no closure, opening or return later than the day of the answer', () => {
    const list = [
      { id: 'a', account: ['x'], opened: '2024-01-01', closed: '2024-05-01' },
      { id: 'b', account: ['x'], opened: '2024-05-09' },
    ]
    const linked = (asOf: string) =>
      linkShops(market(list), { ...options, asOf: asOf as IsoDate }).links.map(({ kind }) => kind)
    expect(linked('2024-05-02')).to.deep.equal([])
    expect(linked('2024-05-09')).to.include('came_back_as')
    expect(linkShops(market(list), options).links.map(({ kind }) => kind)).to.include(
      'came_back_as',
    )
  })

  it('says when it is too early to tell whether a shop has come back', () => {
    const list = [
      { id: 'a', account: ['x'], opened: '2024-01-01', closed: '2025-12-30' },
      { id: 'b', account: ['x'], opened: '2025-12-31' },
    ]
    const [late] = returns(list, '2026-12-31')
    const [early] = returns(list, '2026-01-01')
    expect(late?.ledger.succession?.tooEarly).to.equal(false)
    expect(early?.ledger.succession?.tooEarly).to.equal(true)
  })

  it('explains a pair that shares nothing, and has nothing to say of a shop it does not know', () => {
    const evidence = market([
      { id: 'a', account: ['x'] },
      { id: 'b', account: ['y'] },
    ])
    expect(explainPair(evidence, shopKey('a'), shopKey('b'), options)).to.have.length(1)
    expect(explainPair(evidence, shopKey('a'), shopKey('z'), options)).to.deep.equal([])
  })
})

function controller(list: readonly TestShop[]): number {
  const all = market([...list, ...strangers(60)])
  const links = explainPair(all, shopKey('a'), shopKey('b'), options)
  return links.find(({ kind }) => kind === 'same_controller')?.probability ?? expect.fail('no link')
}

function accountBits(list: readonly TestShop[]): number {
  const links = explainPair(
    market([...list, ...strangers(300)]),
    shopKey('r0'),
    shopKey('r1'),
    options,
  )
  const bar = links[0]?.ledger.bars.find(({ channel }) => channel === 'account')
  return bar?.bits ?? expect.fail('no bar')
}

function returns(list: readonly TestShop[], asOf: string): Link[] {
  const { links } = linkShops(market(list), { ...options, asOf: asOf as IsoDate })
  return links.filter(({ kind }) => kind === 'came_back_as')
}

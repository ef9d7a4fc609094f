import { expect } from 'chai'
import fc from 'fast-check'

import type { Channel, Link } from '../../server/domain/link.ts'
import type { Probability } from '../../server/domain/units.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { aLink, shopKey } from '../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 42, maxSize: 40 }
const left = [aLink('a', 'b', { p: 0.985 }), aLink('b', 'c', { p: 0.985 })]
const right = [aLink('x', 'y', { p: 0.985 }), aLink('y', 'z', { p: 0.985 })]

const sizes = (...links: Link[]) =>
  findRings({ links, shops: [] }, options)
    .map(({ size }) => size)
    .toSorted()
const joined = (...bridges: Link[]) => sizes(...left, ...right, ...bridges).length === 1

describe('the bridge guard', () => {
  it('keeps two rings of three apart when one kind of evidence joins them below .99', () => {
    expect(joined(aLink('c', 'x', { by: ['phone'], p: 0.98 }))).to.equal(false)
    expect(joined(aLink('c', 'x', { by: ['phone'], p: 0.99 }))).to.equal(true)
  })

  it('takes two independent kinds of evidence, on one link or on several', () => {
    expect(joined(aLink('c', 'x', { by: ['phone', 'origin'], p: 0.85 }))).to.equal(true)
    expect(
      joined(aLink('a', 'z', { by: ['origin'] }), aLink('c', 'x', { by: ['phone'] })),
    ).to.equal(true)
  })

  it('does not count two channels of one family twice, nor what is generic, nor what says next to nothing', () => {
    expect(joined(aLink('c', 'x', { by: ['phone', 'email'] }))).to.equal(false)
    expect(joined(aLink('c', 'x', { by: ['phone', 'origin'], bits: { origin: 0 } }))).to.equal(
      false,
    )
    expect(joined(aLink('c', 'x', { by: ['phone', 'origin'], bits: { origin: 0.4 } }))).to.equal(
      false,
    )
    expect(joined(aLink('c', 'x', { by: ['phone', 'origin'], bits: { origin: -3 } }))).to.equal(
      false,
    )
  })

  it('takes the brand of the goods for no witness, as thousands sell it', () => {
    expect(joined(aLink('c', 'x', { by: ['phone', 'brands'], p: 0.98 }))).to.equal(false)
    expect(sizes(...left, aLink('c', 'd', { by: ['account', 'brands'] }))).to.deep.equal([3])
  })

  it('counts a telling gap after a closure as evidence of its own', () => {
    const came = (bits: number) =>
      aLink('c', 'x', {
        kind: 'came_back_as',
        by: ['phone'],
        gap: ['2025-01-01', '2025-01-09', bits],
      })
    expect([joined(came(4)), joined(came(0.5)), joined(came(-2))]).to.deep.equal([
      true,
      false,
      false,
    ])
  })

  it('lets a part of two join a ring on one kind of evidence', () => {
    expect(sizes(...left, aLink('x', 'y'), aLink('c', 'x', { by: ['phone'] }))).to.deep.equal([5])
  })

  it('keeps a ring and even a single shop apart that one payment account alone would join', () => {
    const card: { by: Channel[]; p: number } = { by: ['account'], p: 0.98 }
    expect(sizes(...left, aLink('c', 'x', card))).to.deep.equal([3])
    expect(sizes(...left, aLink('c', 'x', { ...card, p: 0.99 }))).to.deep.equal([4])
    expect(sizes(...left, aLink('c', 'x', { by: ['account', 'factory'] }))).to.deep.equal([4])
    const soon = ['2025-01-01', '2025-01-09', 4] as const
    expect(
      sizes(...left, aLink('c', 'x', { ...card, kind: 'came_back_as', gap: soon })),
    ).to.deep.equal([3])
  })

  it('takes two different accounts for more than one account alone', () => {
    const cards = [
      aLink('c', 'x', { by: ['account'], account: '7' }),
      aLink('b', 'x', { by: ['account'], account: '8' }),
    ]
    expect(sizes(...left, ...cards)).to.deep.equal([4])
  })

  it('keeps it apart even where the account is surer than what holds the ring', () => {
    const weak = [aLink('a', 'b', { p: 0.82 }), aLink('b', 'c', { p: 0.82 })]
    expect(sizes(...weak, aLink('c', 'x', { by: ['account'], p: 0.98 }))).to.deep.equal([3])
  })

  it('joins two single shops by one account alone only when it is all but certain', () => {
    expect(sizes(aLink('m', 'n', { by: ['account'], p: 0.98 }))).to.deep.equal([])
    expect(sizes(aLink('m', 'n', { by: ['account'], p: 0.99 }))).to.deep.equal([2])
  })

  it('tells both sides of the bridge it refused, and why', () => {
    const rings = findRings(
      { links: [...left, ...right, aLink('c', 'x', { by: ['phone'], p: 0.93 })], shops: [] },
      options,
    )
    for (const { bridges } of rings) {
      expect(bridges).to.deep.equal([
        {
          from: shopKey('c'),
          to: shopKey('x'),
          probability: 0.93,
          channels: ['phone'],
          because:
            'Both parts have 3 shops or more and contact evidence alone joins them, at 0.93; this needs 0.99 or two independent kinds of evidence.',
          reason: { code: 'one_kind', witness: 'contact', surest: 0.93 },
        },
      ])
    }
    const [ring] = findRings(
      { links: [...left, aLink('c', 'x', { by: ['account'] })], shops: [] },
      options,
    )
    expect(ring?.bridges[0]?.because).to.match(/^One payment account alone joins/)
    expect(ring?.bridges[0]?.reason?.code).to.equal('one_account')
  })

  it('tries a refused link again when a part has grown and brings the second kind of evidence', () => {
    const links = [
      aLink('c', 'x', { by: ['phone'], p: 0.95 }),
      aLink('a', 'n', { by: ['account'], p: 0.9 }),
      aLink('n', 'z', { p: 0.85 }),
    ]
    expect(sizes(...left, ...right, ...links)).to.deep.equal([7])
  })

  it('(law) joins two rings of any shape by one link exactly when the rule says so', () => {
    const size = fc.integer({ min: 2, max: 6 })
    const channel = fc.constantFrom<Channel>('registrant', 'phone', 'email', 'account', 'origin')
    const by = fc.uniqueArray(channel, { minLength: 1, maxLength: 2 })
    const p = fc.constantFrom(0.8, 0.9, 0.95, 0.989, 0.99, 0.999)
    fc.assert(
      fc.property(size, size, by, p, (m, n, channels, probability) => {
        const chain = (name: string, length: number) =>
          Array.from({ length: length - 1 }, (_, i) =>
            aLink(name + i, name + (i + 1), { p: 0.9995 }),
          )
        const bridge = aLink('l0', 'r0', { by: channels, p: probability, account: '9' })
        const families = channels.filter((c) => c !== 'email' || !channels.includes('phone')).length
        const cardAlone = channels.join() === 'account'
        const allowed = probability >= 0.99 || (!cardAlone && (Math.min(m, n) < 3 || families >= 2))
        expect(sizes(...chain('l', m), ...chain('r', n), bridge).length).to.equal(allowed ? 1 : 2)
      }),
    )
  })
})

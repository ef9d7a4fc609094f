import { expect } from 'chai'

import type { Link } from '../../../server/domain/link.ts'
import type { Rescored } from '../../../server/domain/rescored.ts'
import { EventCause } from '../../../server/domain/ring-event.ts'
import type { IsoDate, Probability } from '../../../server/domain/units.ts'
import { findRings } from '../../../server/rings/find-rings.ts'
import { carryRings } from '../../../server/rings/identity/carry-rings.ts'
import { withCauses } from '../../../server/rings/identity/causes.ts'
import { aDecision, aLink, shopKey } from '../../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 1, maxSize: 40 }
const asOf = '2025-01-01' as IsoDate

interface Seen {
  readonly firstSeen?: string
  readonly gone?: string
  readonly rescored?: readonly Rescored[]
}

/** Events by ring when the links of one run are followed by those of another. */
function eventsOf(before: readonly Link[], after: readonly Link[], seen: Seen = {}) {
  const first = carryRings(findRings({ links: before, shops: [] }, options), none, asOf)
  const second = carryRings(
    findRings({ links: after, shops: [] }, options),
    { rings: first.rings, retired: [] },
    asOf,
  )
  const ringOf = ({ rings }: typeof first) =>
    new Map(rings.flatMap(({ id, members }) => members.map(({ shop }) => [shop, id])))
  const events = new Map(
    [...second.rings, ...second.retired].flatMap(({ id, event }) => (event ? [[id, event]] : [])),
  )
  const told = withCauses(events, {
    before: { links: before, threshold: 0.8 },
    after: { links: after, threshold: 0.8 },
    ringBefore: ringOf(first),
    ringAfter: ringOf(second),
    firstSeen: new Set([...(seen.firstSeen ?? '')].map(shopKey)),
    gone: new Set([...(seen.gone ?? '')].map(shopKey)),
    rescored: seen.rescored ?? [],
  })
  return new Map([...told].map(([id, event]) => [id.replace('ring:test/', ''), event]))
}

/** Their causes. */
function causesOf(before: readonly Link[], after: readonly Link[], seen: Seen = {}) {
  return Object.fromEntries(
    [...eventsOf(before, after, seen)].map(([id, event]) => [
      id,
      event.causes.map((cause) => {
        EventCause.parse(cause)
        const shops = cause.shops.map((shop) => shop.replace('shop:test/', '')).join('')
        return `${event.change} ${cause.cause} ${shops}`
      }),
    ]),
  )
}

const none = { rings: [], retired: [] }

describe('why rings change', () => {
  it('a link that was gained or lost, with what it was and is', () => {
    expect(causesOf([aLink('a', 'b')], [aLink('a', 'b'), aLink('b', 'c')])).to.deep.equal({
      a: ['grown link_gained bc'],
    })
    const lost = causesOf(
      [aLink('a', 'b'), aLink('b', 'c')],
      [aLink('a', 'b'), aLink('b', 'c', { p: 0.6 })],
    )
    expect(lost).to.deep.equal({ a: ['shrunk link_lost bc'] })
  })

  it('a shop that was first seen or is gone explains all its links', () => {
    const more = [aLink('a', 'b'), aLink('b', 'c'), aLink('a', 'c')]
    expect(causesOf([aLink('a', 'b')], more, { firstSeen: 'c' })).to.deep.equal({
      a: ['grown shop_first_seen c'],
    })
    expect(causesOf(more, [aLink('a', 'b')], { gone: 'c' })).to.deep.equal({
      a: ['shrunk shop_gone c'],
    })
  })

  it('a decision, either way', () => {
    const decided = (verdict: 'same' | 'different', p: number) =>
      aLink('b', 'c', { p, decisions: [aDecision(verdict)] })
    const both = [aLink('a', 'b'), aLink('b', 'c')]
    expect(causesOf(both, [aLink('a', 'b'), decided('different', 0.001)])).to.deep.equal({
      a: ['shrunk decision bc'],
    })
    expect(causesOf([aLink('a', 'b')], [aLink('a', 'b'), decided('same', 0.99)])).to.deep.equal({
      a: ['grown decision bc'],
    })
  })

  it('a value that became generic', () => {
    const before = 0.9 as Probability
    const ends = { from: shopKey('b'), to: shopKey('c') }
    const value = { value: 'account:wallet/agent', reason: 'holders' as const }
    const rescored: Rescored[] = [{ ...value, ...ends, kind: 'same_controller', before }]
    expect(
      causesOf([aLink('a', 'b'), aLink('b', 'c')], [aLink('a', 'b')], { rescored }),
    ).to.deep.equal({ a: ['shrunk generic bc'] })
  })

  it('is slight where nothing but links that hover about the threshold did it', () => {
    const slight = (was: number, is: number) => {
      const events = eventsOf(
        [aLink('a', 'b'), aLink('b', 'c', { p: was })],
        [aLink('a', 'b'), aLink('b', 'c', { p: is })],
      )
      return events.get('a')?.slight
    }
    expect([slight(0.801, 0.799), slight(0.84, 0.76), slight(0.799, 0.801)]).to.deep.equal([
      true,
      true,
      true,
    ])
    expect([slight(0.86, 0.799), slight(0.801, 0.74)]).to.deep.equal([undefined, undefined])
    const gone = eventsOf([aLink('a', 'b'), aLink('b', 'c', { p: 0.81 })], [aLink('a', 'b')])
    expect(gone.get('a')?.slight).to.equal(undefined)
    const both = eventsOf(
      [aLink('a', 'b'), aLink('b', 'c', { p: 0.81 }), aLink('b', 'd')],
      [aLink('a', 'b'), aLink('b', 'c', { p: 0.79 })],
    )
    expect(both.get('a')?.slight).to.equal(undefined)
  })

  it('the piece that broke off tells what parted it from the rest', () => {
    const [whole, cut] = [
      [aLink('a', 'b'), aLink('b', 'c'), aLink('c', 'd')],
      [aLink('a', 'b'), aLink('c', 'd')],
    ]
    expect(causesOf(whole, cut)).to.deep.equal({
      a: ['split link_lost bc'],
      c: ['split link_lost bc'],
    })
  })

  it('a merge is told of the ring that goes on, and the other names where it went', () => {
    const [cut, whole] = [
      [aLink('a', 'b'), aLink('x', 'y')],
      [aLink('a', 'b'), aLink('x', 'y'), aLink('b', 'x', { p: 0.995 })],
    ]
    expect(causesOf(cut, whole)).to.deep.equal({
      a: ['merged link_gained bx'],
      x: ['retired link_gained bx'],
    })
  })

  it('the grouping, where the links stayed as they were', () => {
    const weak = { p: 0.9, by: ['phone'] as const }
    const parts = ['ab', 'bc', 'xy', 'yz'].map(([a = '', b = '']) => aLink(a, b, { p: 0.95 }))
    const one = [...parts, aLink('c', 'x', weak)]
    const two = [...one, aLink('b', 'y', { p: 0.85, by: ['registrant'] })]
    expect(causesOf(one, two)['a']).to.deep.equal(['merged link_gained by', 'merged grouping cx'])
  })
})

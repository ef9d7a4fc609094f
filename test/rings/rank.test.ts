import { expect } from 'chai'
import fc from 'fast-check'

import { mulberry32 } from '../../server/domain/random.ts'
import type { Probability } from '../../server/domain/units.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { ranked } from '../../server/rings/rank.ts'
import { aLink, anyLinks, aShop, shopKey } from '../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 42, maxSize: 40 }

describe('the rank of a ring', () => {
  it('states what was counted and the points it brought', () => {
    const shops = [
      aShop('a', { opened: '2024-01-01', closed: '2025-01-01' }),
      aShop('b', { opened: '2025-01-10', closed: '2025-06-01', ended: 'owner' }),
      aShop('c', { opened: '2025-06-20' }),
      aShop('other', { opened: '2025-12-17' }),
    ]
    const links = [
      aLink('a', 'b', { kind: 'came_back_as', gap: ['2025-01-01', '2025-01-10', 4] }),
      aLink('b', 'c', { kind: 'came_back_as', p: 0.85, gap: ['2025-06-01', '2025-06-20', 4] }),
      aLink('b', 'c', { kind: 'same_controller', p: 0.99, gap: ['2025-06-01', '2025-06-20', 4] }),
      aLink('a', 'c', { kind: 'came_back_as', p: 0.1, gap: ['2025-01-01', '2025-06-20', -4] }),
    ]
    expect(findRings({ links, shops }, options)[0]?.parts).to.deep.equal([
      { part: 'live_shops', value: 1, weight: 2, points: 2 },
      { part: 'size', value: 3, weight: 1, points: 3 },
      { part: 'closed_for_counterfeit', value: 1, weight: 3, points: 3 },
      { part: 'came_back', value: 2, weight: 3, points: 6 },
      { part: 'days_since_comeback', value: 180, weight: 10, points: 5 },
      { part: 'confidence', value: 0.930333, weight: 19, points: -1.323667 },
    ])
  })

  it('counts complaints and test buys by doublings, goods by whether they harm, and only where there are any', () => {
    const shops = [
      {
        ...aShop('a', { opened: '2024-01-01' }),
        properties: { categories: ['Baby toys', '手袋'] },
      },
      {
        ...aShop('b', { opened: '2024-02-01' }),
        properties: { categories: ['scarves', 'carpets'] },
      },
    ]
    const harms = new Map([
      [shopKey('a'), { complaints: 2, counterfeitBuys: 1, genuineBuys: 0 }],
      [shopKey('b'), { complaints: 1, counterfeitBuys: 0, genuineBuys: 3 }],
    ])
    const links = [aLink('a', 'b', { p: 1 })]
    const [ring] = findRings({ links, shops, harms }, options)
    expect(ring?.parts.slice(4)).to.deep.equal([
      { part: 'complaints', value: 3, weight: 2, points: 4 },
      { part: 'test_buys_counterfeit', value: 1, weight: 5, points: 5 },
      { part: 'test_buys_genuine', value: 3, weight: -3, points: -6 },
      { part: 'safety_goods', value: 1, weight: 2, points: 2 },
      { part: 'confidence', value: 1, weight: 11, points: 0 },
    ])
  })

  it('ties fewer than one in a hundred of the first thousand of ten thousand rings', () => {
    const random = mulberry32(3)
    const upTo = (most: number) => Math.floor(random() * most)
    const day = (from: number) => new Date(Date.UTC(2024, 0, 1 + from)).toISOString().slice(0, 10)
    const rings = Array.from({ length: 10_000 }, (_, ring) =>
      Array.from({ length: 2 + upTo(3) }, (_shop, n) => `${String(ring).padStart(5, '0')}-${n}`),
    )
    const shops = rings.flatMap((ids) =>
      ids.map((id, n) => {
        const opened = 200 * n + upTo(100)
        const isClosed = n < ids.length - 1 || random() < 0.2
        return aShop(id, { opened: day(opened), ...(isClosed && { closed: day(opened + 90) }) })
      }),
    )
    const links = rings.flatMap((ids) =>
      ids.slice(1).map((id, n) => {
        const gap = ['2024-01-01', day(200 * n + upTo(100)), 4] as const
        return aLink(ids[n] ?? '', id, { kind: 'came_back_as', p: 0.8 + random() / 5, gap })
      }),
    )
    const points = findRings({ links, shops }, options)
      .slice(0, 1_000)
      .map(({ parts }) => Math.round(parts.reduce((sum, own) => sum + 1_000_000 * own.points, 0)))
    const tied = points.filter((own, n) => own === points[n - 1] || own === points[n + 1]).length
    expect(points).to.have.length(1_000)
    expect(tied).to.be.lessThan(10)
  })

  it('puts a live ring before a dead one, however large', () => {
    const dead = ['a', 'b', 'c', 'd'].map((id) =>
      aShop(id, { opened: '2024-01-01', closed: '2025-01-01' }),
    )
    const live = ['x', 'y'].map((id) => aShop(id, { opened: '2024-01-01' }))
    const links = [aLink('a', 'b'), aLink('b', 'c'), aLink('c', 'd'), aLink('x', 'y')]
    const rings = findRings({ links, shops: [...dead, ...live] }, options)
    expect(rings.map(({ id, rank }) => [rank, id])).to.deep.equal([
      [1, 'ring:test/x'],
      [2, 'ring:test/a'],
    ])
  })

  it('settles equal points by id, whatever order the rings come in', () => {
    const links = [aLink('a', 'b'), aLink('x', 'y')]
    const rings = findRings({ links, shops: [] }, options)
    expect(ranked(rings.toReversed())).to.deep.equal(rings)
  })

  it('(law) falls with the points among rings that are alike in being live', () => {
    const shops = Array.from({ length: 30 }, (_, n) =>
      aShop(String(n).padStart(2, '0'), {
        opened: '2024-01-01',
        ...(n % 3 === 0 ? {} : { closed: '2025-01-01' }),
      }),
    )
    fc.assert(
      fc.property(anyLinks(30, { min: 15, max: 40 }), (links) => {
        const rings = findRings({ links, shops }, options)
        const points = rings.map(({ live, parts }) => ({
          live: live > 0,
          sum: Math.round(parts.reduce((sum, part) => sum + 1_000_000 * part.points, 0)),
        }))
        for (const [n, { live, sum }] of points.slice(1).entries()) {
          const before = points[n]
          expect(before?.live === live ? (before?.sum ?? 0) >= sum : before?.live).to.equal(true)
        }
      }),
    )
  })
})

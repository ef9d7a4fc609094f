import { expect } from 'chai'
import fc from 'fast-check'

import type { Probability } from '../../server/domain/units.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { ranked } from '../../server/rings/rank.ts'
import { aLink, anyLinks, aShop } from '../support/ring-builders.ts'

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
      { part: 'live_shops', value: 1, points: 2 },
      { part: 'size', value: 3, points: 3 },
      { part: 'closed_for_counterfeit', value: 1, points: 3 },
      { part: 'came_back', value: 2, points: 6 },
      { part: 'days_since_comeback', value: 180, points: 5 },
    ])
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
          sum: Math.round(parts.reduce((sum, part) => sum + 100 * part.points, 0)),
        }))
        for (const [n, { live, sum }] of points.slice(1).entries()) {
          const before = points[n]
          expect(before?.live === live ? (before?.sum ?? 0) >= sum : before?.live).to.equal(true)
        }
      }),
    )
  })
})

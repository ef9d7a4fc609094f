import { expect } from 'chai'
import fc from 'fast-check'

import { chokePoints, firstActions } from '../../server/trace/choke-points.ts'
import type { Exposure } from '../../server/trace/exposures.ts'

const about = { nameOf: (key: string) => key, bystandersOf: () => 6, replacements: [] }
const exposure = (key: string, ring: number, share: number, shops = 1): Exposure => ({
  key: `account:x/${key}`,
  ...{ ring, share, shops },
  replaced: 0,
})

describe('chokePoints', () => {
  it('takes the action that removes most first, and counts the next for what is left', () => {
    const found = chokePoints(
      [100, 40],
      [exposure('a', 0, 0.5, 3), exposure('b', 0, 0.4), exposure('c', 1, 0.6)],
      2,
      about,
    )
    expect(found.actions.map(({ key, removed }) => [key, removed])).to.deep.equal([
      ['account:x/a', 50],
      ['account:x/c', 24],
    ])
    expect(found.actions[0]).to.deep.include({
      kind: 'PaymentAccount',
      rings: 1,
      shops: 3,
      bystanders: 6,
      replaceable: 0.5,
    })
    expect([found.harm, found.removed]).to.deep.equal([140, 74])
  })

  it('counts only what sellers do not replace', () => {
    const readily = { ...exposure('a', 0, 0.6), replaced: 0.75 }
    const found = chokePoints([100], [readily, exposure('b', 0, 0.2)], 2, about)
    expect(
      found.actions.map(({ key, removed, replaced }) => [key, removed, replaced]),
    ).to.deep.equal([
      ['account:x/b', 20, 0],
      ['account:x/a', 12, 0.75],
    ])
  })

  it('gives for fewer actions the first of those for more', () => {
    const all = [exposure('a', 0, 0.5), exposure('b', 1, 0.4), exposure('c', 0, 0.3)]
    const most = chokePoints([100, 50], all, 3, about)
    for (const actions of [0, 1, 2, 3, 9])
      expect(firstActions(most, actions)).to.deep.equal(chokePoints([100, 50], all, actions, about))
  })

  it('stops when nothing is left to remove', () => {
    expect(
      chokePoints([10], [exposure('a', 0, 1), exposure('b', 0, 1)], 5, about).actions,
    ).to.have.length(1)
    expect(chokePoints([], [], 5, about).actions).to.deep.equal([])
  })

  it('chooses among as many actions as a large store has', () => {
    const many = Array.from({ length: 200_000 }, (_, ring) => exposure(`${ring}`, ring, 0.5))
    const harm = many.map((_, ring) => (ring === 7 ? 9 : 1))
    const { actions } = chokePoints(harm, many, 2, about)
    expect(actions.map(({ removed }) => removed)).to.deep.equal([4.5, 0.5])
  })

  it('is never below 1 − 1/e of the best choice, and the same in any order', () => {
    const one = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      ring: fc.nat(3),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(one, { selector: ({ key, ring }) => `${key} ${ring}`, maxLength: 12 }),
        fc.array(fc.nat(50), { minLength: 4, maxLength: 4 }),
        (made, harm) => {
          const all = made.map(({ key, ring, share }) => exposure(key, ring, share))
          const found = chokePoints(harm, all, 2, about)
          expect(found.bound * best(harm, all)).to.be.at.most(found.removed + 1e-9)
          const turned = chokePoints(harm, all.toReversed(), 2, about)
          expect(turned.actions.map(({ key }) => key)).to.deep.equal(
            found.actions.map(({ key }) => key),
          )
        },
      ),
    )
  })
})

/** What the best two actions remove, by trying all. */
function best(harm: readonly number[], all: readonly Exposure[]): number {
  const keys = [...new Set(all.map(({ key }) => key))]
  const pairs = keys.flatMap((a) => keys.map((b) => [a, b]))
  const removed = pairs.map((pair) =>
    harm.reduce((sum, own, ring) => {
      const kept = all
        .filter((one) => one.ring === ring && pair.includes(one.key))
        .reduce((left, { share }) => left * (1 - share), 1)
      return sum + own * (1 - kept)
    }, 0),
  )
  return Math.max(0, ...removed)
}

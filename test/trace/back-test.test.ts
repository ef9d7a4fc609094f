import { expect } from 'chai'
import fc from 'fast-check'

import { actionSince, mostUsed, reachOf, type Since } from '../../server/trace/back-test.ts'

const users = (some: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(some).map(([key, shops]) => [key, new Set(shops)]))

/** Two rings: the first has two open shops and opens a third, the second one that stays. */
const since: Since = {
  rings: [
    { harm: 6, open: ['a', 'b'], opened: ['c'] },
    { harm: 2, open: ['d'], opened: [] },
  ],
  usersThen: users({ card: ['a', 'b'], yard: ['d'], other: ['z', 'y', 'x', 'w'] }),
  usersLater: users({ card: ['a', 'b', 'c'], yard: ['d', 'c'] }),
  isClosed: (shop) => shop === 'a' || shop === 'b',
  isBack: (shop) => shop === 'a',
  replacedOf: (key) => (key === 'card' ? 0.25 : 0.5),
}
const action = {
  ...{ rank: 1, key: 'card', kind: 'PaymentAccount' as const, name: 'card', removed: 4 },
  ...{ rings: 1, shops: 2, bystanders: 0, replaceable: 0, replaced: 0.25 },
}

describe('what a past action would have hit', () => {
  it('is the shops that use it still or began to, each once, net of what is replaced', () => {
    expect(reachOf(['card'], since)).to.deep.equal({ reached: 3, net: 2.25, seen: (6 * 0.75) / 8 })
    // c uses both and stays only where both are replaced.
    const { reached, net } = reachOf(['card', 'yard'], since)
    expect([reached, net]).to.deep.equal([4, 0.75 + 0.75 + 0.875 + 0.5])
  })

  it('stands beside what was closed and came back in the rings that it touched', () => {
    expect(actionSince(action, 8, since)).to.deep.include({
      ...{ foreseen: 0.5, open: 2, closed: 2, cameBack: 1, opened: 1, reached: 3 },
      seen: (6 * 0.75) / 8,
    })
  })

  it('is compared with what most open shops of rings use', () => {
    expect(mostUsed(since, 2)).to.deep.equal(['card', 'yard'])
  })

  it('never grows smaller with one action more, and is never more than everything', () => {
    const keys = fc.subarray(['card', 'yard', 'other'])
    fc.assert(
      fc.property(keys, keys, (some, more) => {
        const [less, both] = [reachOf(some, since), reachOf([...some, ...more], since)]
        expect(less.reached).to.be.at.most(both.reached)
        expect(less.net).to.be.at.most(both.net + 1e-12)
        expect(both.seen).to.be.within(less.seen - 1e-12, 1)
      }),
    )
  })
})

import { expect } from 'chai'

import { decisionsOn, pairOf, statusOf } from '../../client/inspector/pair.ts'
import type { Decision } from '../../server/contract/work.ts'

const aDecision = (part: Partial<Decision>): Decision =>
  ({ id: 'd', a: 'shop:a/1', b: 'shop:a/2', verdict: 'same', by: 'A', ...part }) as Decision

describe('pair', () => {
  it('is in the order of keys whichever way the link runs', () => {
    const pair = { a: 'shop:a/1', b: 'shop:a/2' }
    expect(pairOf({ from: 'shop:a/1', to: 'shop:a/2' })).to.deep.equal(pair)
    expect(pairOf({ from: 'shop:a/2', to: 'shop:a/1' })).to.deep.equal(pair)
  })

  it('has the decisions on its two shops and no others', () => {
    const other = aDecision({ b: 'shop:a/3' })
    const own = aDecision({})
    expect(decisionsOn({ from: 'shop:a/2', to: 'shop:a/1' }, [other, own])).to.deep.equal([own])
  })

  it('is undecided when nobody said anything, or took it back', () => {
    expect(statusOf([])).to.equal(undefined)
    const taken = { retractedAt: 1 } as Partial<Decision>
    expect(statusOf([aDecision(taken)])).to.equal(undefined)
  })

  it('counts the latest word of each person, and says when people disagree', () => {
    const changed = [aDecision({ verdict: 'same' }), aDecision({ verdict: 'different' })]
    expect(statusOf(changed)).to.equal('different')
    const both = [aDecision({ by: 'A' }), aDecision({ by: 'B', verdict: 'different' })]
    expect(statusOf(both)).to.equal('disagree')
  })
})

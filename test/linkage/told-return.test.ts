import { expect } from 'chai'
import fc from 'fast-check'

import { toldReturn } from '../../server/linkage/told-return.ts'

const sisters = fc.record({ sisters: fc.double({ min: 1e-6, max: 1, noNaN: true }) })
const shares = fc.double({ min: 0, max: 1, noNaN: true })

describe('what is told of a return', () => {
  it('(law) is its share up to 0.8, and never more than its share', () => {
    fc.assert(
      fc.property(shares, sisters, (share, times) => {
        const told = toldReturn(share, times)
        expect(told).to.be.at.most(share)
        if (share <= 0.8) expect(told).to.equal(share)
        else expect(told).to.be.at.least(0.8 - 1e-12)
      }),
    )
  })

  it('is the less sure the more sisters a market has, however much speaks for it', () => {
    const most = [1, 1 / 6, 0.01].map((own) => toldReturn(1, { sisters: own }))
    expect(most[0]).to.be.closeTo(0.873, 5e-4)
    expect(most[1]).to.be.closeTo(0.955, 5e-4)
    expect(most[2]).to.be.closeTo(0.9966, 5e-5)
  })

  it('(law) keeps shares in their order', () => {
    const step = fc.double({ min: 1e-9, max: 0.1, noNaN: true })
    fc.assert(
      fc.property(shares, step, sisters, (share, more, times) => {
        fc.pre(share + more <= 1)
        expect(toldReturn(share, times)).to.be.below(toldReturn(share + more, times))
      }),
    )
  })
})

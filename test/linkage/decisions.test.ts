import { expect } from 'chai'
import fc from 'fast-check'

import { bitsToProbability } from '../../server/domain/units.ts'
import { decidedBits, decisionBits } from '../../server/linkage/decisions.ts'
import { decision } from './market.ts'

/** Far beyond what evidence says: pairs that hold nothing in common end near −40 bits. */
const evidence = fc.double({ min: -60, max: 60, noNaN: true })
const apart = fc.double({ min: 0.1, max: 20, noNaN: true })
const told = (verdict: 'same' | 'different', bits: number) =>
  bits + decisionBits([decision('a', 'b', verdict)], bits)

describe('what a decision adds', () => {
  it('(law) brings a pair to a thousand to one at least, whatever the evidence says', () => {
    fc.assert(
      fc.property(evidence, (bits) => {
        expect(told('same', bits)).to.be.at.least(decidedBits - 1e-9)
        expect(told('different', bits)).to.be.at.most(-decidedBits + 1e-9)
      }),
    )
  })

  it('(law) leaves decided pairs in the order of their evidence, so that no two are tied that differ', () => {
    fc.assert(
      fc.property(evidence, apart, (bits, more) => {
        expect(told('same', bits)).to.be.below(told('same', bits + more))
        expect(told('different', bits)).to.be.below(told('different', bits + more))
        const [less, most] = [bits, bits + more].map((own) => bitsToProbability(told('same', own)))
        if (bits + more < decidedBits) expect(Number(most) - Number(less)).to.be.above(1e-12)
      }),
    )
  })

  it('takes next to nothing from evidence that already says more', () => {
    expect(told('same', 20)).to.be.within(20, 20.002)
    expect(told('different', -20)).to.be.within(-20.002, -20)
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { bitsToProbability } from '../../server/domain/units.ts'
import { ceilingBits } from '../../server/linkage/ceiling.ts'

const sums = fc.double({ min: -200, max: 400, noNaN: true })

describe('the ceiling of a sum', () => {
  it('leaves sums of up to ten bits as they are', () => {
    fc.assert(
      fc.property(fc.double({ min: -200, max: 10, noNaN: true }), (sum) => {
        expect(ceilingBits(sum)).to.equal(0)
      }),
    )
  })

  it('never lets a sum reach twenty bits, a million to one', () => {
    fc.assert(
      fc.property(sums, (sum) => {
        expect(sum + ceilingBits(sum)).to.be.below(20)
      }),
    )
  })

  it('keeps sums in their order, and probabilities of different sums different', () => {
    fc.assert(
      fc.property(sums, fc.double({ min: 0.01, max: 100, noNaN: true }), (sum, more) => {
        const surer = sum + more
        expect(bitsToProbability(sum + ceilingBits(sum))).to.be.below(
          bitsToProbability(surer + ceilingBits(surer)),
        )
      }),
    )
  })
})

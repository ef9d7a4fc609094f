import { expect } from 'chai'
import fc from 'fast-check'

import { bitsToProbability } from '../../server/domain/units.ts'
import { controllerCeiling, returnCeiling, underCeiling } from '../../server/linkage/ceiling.ts'

const ceilings = fc.oneof(
  fc.constant(controllerCeiling),
  fc.double({ min: 1e-6, max: 1, noNaN: true }).map(returnCeiling),
)
const sums = fc.double({ min: -200, max: 400, noNaN: true })

describe('the ceiling of a sum', () => {
  it('(law) leaves a sum up to what is trusted as it is, and lifts none', () => {
    fc.assert(
      fc.property(ceilings, sums, (ceiling, sum) => {
        const left = underCeiling(ceiling, sum)
        expect(left).to.be.at.most(sum + 1e-9)
        if (sum <= ceiling.trusted) expect(left).to.equal(sum)
      }),
    )
  })

  it('is a million to one for one controller, and for a return the lower the more sisters a market has, however much speaks for it', () => {
    const most = (ceiling: typeof controllerCeiling) =>
      bitsToProbability(underCeiling(ceiling, Number.POSITIVE_INFINITY))
    expect(most(controllerCeiling)).to.be.closeTo(0.999_999, 1e-7)
    expect(most(returnCeiling(1 / 6))).to.be.closeTo(0.984, 5e-4)
    expect(most(returnCeiling(0.01))).to.be.closeTo(0.999, 5e-5)
    expect(most(returnCeiling(1))).to.be.closeTo(0.909, 5e-4)
  })

  it('(law) keeps sums in their order, and probabilities of different sums different', () => {
    const more = fc.double({ min: 0.01, max: 100, noNaN: true })
    fc.assert(
      fc.property(ceilings, sums, more, (ceiling, sum, extra) => {
        const [less, surer] = [sum, sum + extra].map((own) =>
          bitsToProbability(underCeiling(ceiling, own)),
        )
        expect(less).to.be.below(surer ?? 0)
      }),
    )
  })
})

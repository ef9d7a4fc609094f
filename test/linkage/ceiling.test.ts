import { expect } from 'chai'
import fc from 'fast-check'

import { bitsToProbability } from '../../server/domain/units.ts'
import { controllerCeiling, underCeiling } from '../../server/linkage/ceiling.ts'

const ceilings = fc.record({
  // Twelve and twenty bits are as many as a double tells apart that near to 1.
  trusted: fc.double({ min: 0, max: 12, noNaN: true }),
  room: fc.double({ min: 1, max: 20, noNaN: true }),
})
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

  it('is a million to one for one controller, however much speaks for it', () => {
    const most = bitsToProbability(underCeiling(controllerCeiling, Number.POSITIVE_INFINITY))
    expect(most).to.be.closeTo(0.999_999, 1e-7)
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

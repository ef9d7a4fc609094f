import { expect } from 'chai'
import fc from 'fast-check'

import { capFor } from '../../../server/rings/raw/cap.ts'

const pairsOf = (degrees: readonly number[]) =>
  degrees.reduce((sum, degree) => sum + (degree * (degree - 1)) / 2, 0)

describe('capFor', () => {
  it('never lets pairs exceed the budget, and leaves out no identifier that would have fitted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(6), fc.nat(300), fc.nat(70_000))),
        fc.nat(200_000),
        (degrees, budget) => {
          const { degree: cap, pairs, omitted } = capFor(degrees, budget)
          const within = degrees.filter((degree) => degree <= cap)
          const over = degrees.filter((degree) => cap < degree)
          expect(pairs).to.equal(pairsOf(within))
          expect(pairs).to.be.at.most(budget)
          expect(omitted).to.equal(over.length)
          const next = Math.min(...over)
          if (0 < omitted)
            expect(pairsOf(degrees.filter((degree) => degree <= next))).to.be.above(budget)
        },
      ),
    )
  })

  it('leaves out a platform and keeps everything else', () => {
    const degrees = [65_000, ...Array.from({ length: 100 }, () => 5)]
    expect(capFor(degrees, 10_000)).to.deep.equal({ degree: 5, pairs: 1_000, omitted: 1 })
  })
})

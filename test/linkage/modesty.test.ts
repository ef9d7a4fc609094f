import { expect } from 'chai'
import fc from 'fast-check'

import { channelTable } from '../../server/linkage/channels/table.ts'
import { moderated } from '../../server/linkage/modesty.ts'
import { slopeOf, uniformSlopes } from '../../server/linkage/slopes.ts'

describe('moderated slopes', () => {
  const slopes = uniformSlopes(1, 0.85)
  const matches = fc.double({ min: 0, max: 1e6, noNaN: true })

  it('count less the fewer matches taught them, and never more than they did', () => {
    fc.assert(
      fc.property(matches, matches, (one, other) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)].map((own) =>
          moderated(slopes, own),
        )
        for (const { channel } of channelTable) {
          const own = few === undefined ? Number.NaN : slopeOf(few, channel)
          expect(own).to.be.within(0.2, 0.85)
          expect(own).to.be.at.most(many === undefined ? Number.NaN : slopeOf(many, channel))
        }
        expect(few?.gap).to.be.at.most(many?.gap ?? Number.NaN)
      }),
      { seed: 1 },
    )
  })

  it('are half of what they were where eleven matches taught them, and whole where five hundred did', () => {
    expect(moderated(slopes, 11).gap).to.be.closeTo(0.5, 0.03)
    expect(moderated(slopes, 500).gap).to.be.within(0.99, 1)
  })

  it('leave the prior half of what they lose', () => {
    fc.assert(
      fc.property(matches, (own) => {
        const { prior, gap } = moderated(slopes, own)
        expect(1 - prior / slopes.prior).to.be.closeTo((1 - gap) / 2, 1e-12)
      }),
      { seed: 2 },
    )
  })
})

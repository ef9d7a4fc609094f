import { expect } from 'chai'

import { overlapDamping } from '../../server/linkage/overlap.ts'

type Judged = Parameters<typeof overlapDamping>[0]

/** Pairs that agree in two kinds of evidence in one way, as the others judged them. */
function judged(same: number, different: number): Judged {
  return {
    session: { levels: 1 },
    taken: { same: Float64Array.of(same), different: Float64Array.of(different) },
  }
}

const perPair = -16
const overlapOf = (found: Judged) => overlapDamping(found, () => [16, 8], perPair, 0.9)

describe('overlapDamping', () => {
  it('counts the weaker agreement whole where the others say what both together promise', () => {
    expect(overlapOf(judged(256_000, 1000))).to.be.above(0.9)
  })

  it('counts it for next to nothing where the others say no more than the stronger one does, and never for nothing', () => {
    expect(overlapOf(judged(100, 10_000))).to.be.within(1e-3, 0.01)
  })
})

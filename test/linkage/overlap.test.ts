import { expect } from 'chai'

import type { Learnt } from '../../server/linkage/learn/session.ts'
import { overlapDamping } from '../../server/linkage/overlap.ts'

/** Pairs that agree in two kinds of evidence in one way, as the others judged them. */
function judged(same: number, different: number): Learnt {
  return {
    session: { column: 0, levels: 1, off: [] },
    taken: { same: Float64Array.of(same), different: Float64Array.of(different) },
  } as unknown as Learnt
}

const perPair = -16
const overlapOf = (learnt: Learnt) => overlapDamping(learnt, () => [16, 8], perPair, 0.9)

describe('overlapDamping', () => {
  it('counts the weaker agreement whole where the others say what both together promise', () => {
    expect(overlapOf(judged(256_000, 1000))).to.be.above(0.9)
  })

  it('counts it for next to nothing where the others say no more than the stronger one does, and never for nothing', () => {
    expect(overlapOf(judged(100, 10_000))).to.be.within(1e-3, 0.01)
  })
})

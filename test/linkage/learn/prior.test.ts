import { expect } from 'chai'

import { patternsOf } from '../../../server/linkage/learn/patterns.ts'
import { fixedPointPrior } from '../../../server/linkage/learn/prior.ts'
import { simulated } from './simulated.ts'

const m = [
  [0.6, 0.4],
  [0.5, 0.5],
  [0.7, 0.3],
  [0.4, 0.6],
]
const u = [
  [0.002, 0.998],
  [0.01, 0.99],
  [0.005, 0.995],
  [0.001, 0.999],
]

describe('the prior', () => {
  for (const lambda of [0.002, 0.01, 0.2]) {
    it(`finds a share of ${lambda} true pairs to within a few percent`, () => {
      const pairs = 200_000
      const { columns, same } = simulated({ pairs, lambda, m, u, seed: 8 })
      const { counts, levels } = patternsOf(columns, pairs)
      const truth = same.reduce((sum, own) => sum + own, 0)
      const prior = fixedPointPrior(bitsOf(levels, counts.length), counts, pairs)
      expect((shareOf(prior) * pairs) / truth).to.be.within(0.95, 1.05)
    })
  }

  it('takes pairs that nothing proposed for false', () => {
    const [bits, counts] = [Float64Array.of(40, -40), Float64Array.of(1000, 9000)]
    const prior = fixedPointPrior(bits, counts, 1_000_000)
    expect(shareOf(prior) * 1_000_000).to.be.closeTo(1000, 1)
  })

  it('never falls below one true pair in all, nor rises above half of them', () => {
    const none = fixedPointPrior(Float64Array.of(-100), Float64Array.of(50), 1000)
    expect(shareOf(none)).to.be.closeTo(1 / 1000, 1e-9)
    const all = fixedPointPrior(Float64Array.of(100), Float64Array.of(1000), 1000)
    expect(shareOf(all)).to.be.closeTo(0.5, 1e-9)
    const nothing = fixedPointPrior(new Float64Array(0), new Float64Array(0), 1000)
    expect(shareOf(nothing)).to.be.closeTo(1 / 1000, 1e-9)
  })
})

function bitsOf(levels: readonly Uint8Array[], patterns: number): Float64Array {
  return Float64Array.from({ length: patterns }, (_, pattern) =>
    levels.reduce((sum, own, column) => {
      const level = own[pattern] ?? 0
      return sum + Math.log2((m[column]?.[level] ?? 0) / (u[column]?.[level] ?? 1))
    }, 0),
  )
}

function shareOf(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

import { expect } from 'chai'

import { stratumWeights } from './stratum-weights.ts'

describe('stratumWeights', () => {
  it('gives every stratum the weight that it has in the population', () => {
    const population = Float64Array.from({ length: 1_000 }, (_, n) => n)
    const labels = Float64Array.of(50, 950, 960, 970)
    const weights = stratumWeights(population, labels)
    expect([...weights]).to.deep.equal([0.1 / 0.25, 0.1 / 0.75, 0.1 / 0.75, 0.1 / 0.75])
  })

  it('keeps equal scores in one stratum', () => {
    const population = Float64Array.from({ length: 100 }, (_, n) => (n < 70 ? 0 : n))
    const weights = stratumWeights(population, Float64Array.of(0, 0, 99))
    expect(weights[0]).to.be.closeTo(0.7 / (2 / 3), 1e-12)
    expect(weights[1]).to.equal(weights[0])
  })

  it('has nothing to weigh without labels', () => {
    expect(stratumWeights(Float64Array.of(1, 2), new Float64Array(0))).to.have.length(0)
  })
})

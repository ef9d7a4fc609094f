import { expect } from 'chai'

import { scorePartition } from './score.ts'

describe('the score of a partition', () => {
  it('counts pairs and records', () => {
    const found = Int32Array.of(0, 0, 0, 3, 4)
    const truth = Int32Array.of(1, 1, 2, 2, 3)
    const { pairs, bCubed } = scorePartition(found, truth, () => true)
    expect(pairs).to.deep.equal({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 })
    expect(bCubed.precision).to.be.closeTo((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5, 1e-12)
    expect(bCubed.recall).to.be.closeTo((1 + 1 + 1 / 2 + 1 / 2 + 1) / 5, 1e-12)
  })

  it('is 1 for the truth itself, and leaves out what does not count', () => {
    const truth = Int32Array.of(0, 0, 2, 2)
    expect(scorePartition(truth, truth, () => true).bCubed.f1).to.equal(1)
    const half = scorePartition(Int32Array.of(0, 0, 2, 3), truth, (record) => record < 2)
    expect(half.pairs.f1).to.equal(1)
  })
})

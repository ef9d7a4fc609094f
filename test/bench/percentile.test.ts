import { expect } from 'chai'

import { percentile, withOmitted } from './percentile.ts'

describe('percentile', () => {
  it('is the least value that so many percent do not exceed', () => {
    const values = Array.from({ length: 200 }, (_, n) => 200 - n)
    expect([1, 50, 99, 100].map((percent) => percentile(values, percent))).to.deep.equal([
      2, 100, 198, 200,
    ])
    expect(percentile([], 50)).to.be.NaN
  })
})

describe('withOmitted', () => {
  it('adds those that nobody asked for because an answer was awaited', () => {
    expect(withOmitted(3, 10)).to.deep.equal([3])
    expect(withOmitted(35, 10)).to.deep.equal([35, 25, 15, 5])
  })
})

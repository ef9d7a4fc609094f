import { expect } from 'chai'
import fc from 'fast-check'

import { monotoneBits, plainBits } from '../../../server/linkage/learn/monotone.ts'

const share = fc.integer({ min: 0, max: 200 }).map((tenths) => 2 ** (-tenths / 10))
const levels = fc.array(fc.tuple(share, share), { minLength: 1, maxLength: 9 }).map((list) => ({
  m: Float64Array.from(list, ([m]) => m),
  u: Float64Array.from(list, ([, u]) => u),
}))

describe('bits of ordered levels', () => {
  it('(law) never rise from a stronger level to a weaker one', () => {
    fc.assert(
      fc.property(levels, ({ m, u }) => {
        const bits = monotoneBits(m, u)
        expect(bits).to.have.length(m.length)
        for (let level = 1; level < bits.length; level++)
          expect(bits[level]).to.be.at.most((bits[level - 1] ?? 0) + 1e-12)
      }),
    )
  })

  it('(law) are the plain ones where these are in order already', () => {
    fc.assert(
      fc.property(levels, ({ m, u }) => {
        const order = Array.from(m.keys()).sort((a, b) => ratio(m, u, b) - ratio(m, u, a))
        const sorted = [m, u].map((own) => Float64Array.from(order, (level) => own[level] ?? 0))
        const [first, second] = sorted as [Float64Array, Float64Array]
        expectClose(monotoneBits(first, second), plainBits(first, second))
      }),
    )
  })

  it('(law) weigh levels that are pooled by the ratio of their sums', () => {
    fc.assert(
      fc.property(levels, ({ m, u }) => {
        const bits = monotoneBits(m, u)
        for (const value of new Set(bits)) {
          const pool = Array.from(bits.keys()).filter((level) => bits[level] === value)
          const sum = (own: Float64Array) => pool.reduce((all, level) => all + (own[level] ?? 0), 0)
          expect(value).to.be.closeTo(Math.log2(sum(m) / sum(u)), 1e-9)
        }
      }),
    )
  })

  it('pool a level that learning never saw with the one before it', () => {
    const bits = monotoneBits(Float64Array.of(1e-6, 0.4, 0.6), Float64Array.of(0.01, 0.09, 0.9))
    expect(bits[0]).to.equal(bits[1])
    expect(bits[0]).to.be.closeTo(Math.log2(4), 1e-4)
  })
})

function ratio(m: Float64Array, u: Float64Array, level: number): number {
  return (m[level] ?? 0) / (u[level] ?? 1)
}

function expectClose(actual: Float64Array, wanted: Float64Array): void {
  for (const [level, own] of actual.entries()) expect(own).to.be.closeTo(wanted[level] ?? 0, 1e-9)
}

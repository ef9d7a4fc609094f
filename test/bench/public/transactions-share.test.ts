import { expect } from 'chai'
import fc from 'fast-check'

import { alone, assigned, shared } from './transactions-share.ts'
import type { WeighedPayments } from './transactions-weigh.ts'

const size = 6
const weighed = fc
  .uniqueArray(
    fc.tuple(
      fc.nat({ max: size - 1 }),
      fc.nat({ max: size - 1 }),
      fc.double({ min: -20, max: 20, noNaN: true }),
    ),
    { selector: ([left, right]) => size * left + right, maxLength: 20 },
  )
  .map(
    (rows): WeighedPayments => ({
      pairs: {
        left: Int32Array.from(rows, ([left]) => left),
        right: Int32Array.from(rows, ([, right]) => size + right),
      },
      bits: Float64Array.from(rows, ([, , bits]) => bits),
    }),
  )

describe('sharing payments', () => {
  it('gives no record more than one partner in all, and no pair more than it has alone', () => {
    fc.assert(
      fc.property(weighed, (payments) => {
        const probability = shared(payments)
        const single = alone(payments)
        const sums = new Float64Array(2 * size)
        for (const [pair, own] of probability.entries()) {
          expect(own).to.be.at.most((single[pair] as number) + 1e-12)
          for (const end of [payments.pairs.left, payments.pairs.right])
            sums[end[pair] as number] = (sums[end[pair] as number] as number) + own
        }
        for (const sum of sums) expect(sum).to.be.at.most(1 + 1e-9)
      }),
    )
  })

  it('leaves a pair without rivals as it is', () => {
    const payments = { pairs: pairsOf([[0, 1]]), bits: Float64Array.of(3) }
    expect(shared(payments)[0]).to.be.closeTo(alone(payments)[0] as number, 1e-12)
  })

  it('counts a bit of likeness whole', () => {
    const rows = pairsOf([
      [0, 2],
      [0, 3],
    ])
    const [first = 0, second = 0] = shared({ pairs: rows, bits: Float64Array.of(12, 6) })
    expect(first).to.be.above(0.98)
    expect(second).to.be.below(0.02)
  })

  it('assigns the likeliest first, each record once', () => {
    const pairs = pairsOf([
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
    ])
    const payments = { pairs, bits: new Float64Array(4) }
    expect(assigned(payments, Float64Array.of(0.5, 0.9, 0.4, 0.8))).to.deep.equal([1, 2])
  })
})

function pairsOf(rows: readonly (readonly [number, number])[]) {
  return {
    left: Int32Array.from(rows, ([left]) => left),
    right: Int32Array.from(rows, ([, right]) => right),
  }
}

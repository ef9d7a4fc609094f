import { expect } from 'chai'
import fc from 'fast-check'

import { type Drawn, drawLabels, randomHalf } from './labelled-draw.ts'

const records = 40
const drawn = fc
  .record({
    entityOf: fc.array(fc.nat({ max: 7 }), { minLength: records, maxLength: records }),
    rows: fc.array(
      fc.tuple(fc.nat({ max: records - 2 }), fc.double({ min: -15, max: 15, noNaN: true })),
      { maxLength: 80 },
    ),
    seed: fc.nat({ max: 1000 }),
  })
  .map(({ entityOf, rows, seed }) => {
    const given: Drawn = {
      pairs: {
        left: Int32Array.from(rows, ([left]) => left),
        right: Int32Array.from(rows, ([left]) => left + 1),
      },
      bits: Float64Array.from(rows, ([, bits]) => bits),
      entityOf: Int32Array.from(entityOf),
      trains: randomHalf(8, seed),
    }
    return { given, seed }
  })

describe('drawing labels', () => {
  it('asks about training entities only, each pair once, as often of one entity as of two', () => {
    fc.assert(
      fc.property(drawn, ({ given, seed }) => {
        const { pair, same } = drawLabels(given, 5, seed)
        expect(new Set(pair).size).to.equal(pair.length)
        for (const [place, own] of pair.entries()) {
          const [left, right] = [given.pairs.left[own] ?? 0, given.pairs.right[own] ?? 0]
          const [a, b] = [given.entityOf[left] ?? 0, given.entityOf[right] ?? 0]
          expect([given.trains[a], given.trains[b]]).to.deep.equal([true, true])
          expect(same[place]).to.equal(a === b ? 1 : 0)
        }
        const positive = same.filter((answer) => answer === 1).length
        expect(positive).to.be.at.most(5)
        expect(same.length - positive).to.be.at.most(5)
        expect(drawLabels(given, 5, seed)).to.deep.equal({ pair, same })
      }),
    )
  })

  it('asks in every stratum by turns', () => {
    const bits = Float64Array.from([...Array.from({ length: 90 }, () => -12), 1, 4, 8, 11])
    const left = Int32Array.from(bits, (_, pair) => 2 * pair)
    const given: Drawn = {
      pairs: { left, right: left.map((own) => own + 1) },
      bits,
      entityOf: Int32Array.from({ length: 2 * bits.length }, (_, record) => record),
      trains: Array.from({ length: 2 * bits.length }, () => true),
    }
    const { pair } = drawLabels(given, 5, 1)
    expect([...pair].filter((own) => 90 <= own).toSorted()).to.deep.equal([90, 91, 92, 93])
  })
})

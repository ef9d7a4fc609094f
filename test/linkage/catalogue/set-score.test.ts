import { expect } from 'chai'
import fc from 'fast-check'

import {
  scoreSets,
  sharedTokens,
  sharingWeights,
} from '../../../server/linkage/catalogue/set-score.ts'

const tokens = 12
const set = fc.uniqueArray(fc.nat(tokens - 1), { maxLength: 8 })
const holders = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: tokens, maxLength: tokens })

/** Score of the first two of some sets. */
function scored(sets: readonly (readonly number[])[], counts: readonly number[], a = 0, b = 1) {
  const weights = sharingWeights(Int32Array.from(counts))
  const { scores, rarest } = scoreSets(columnOf(sets), weights, Int32Array.of(a), Int32Array.of(b))
  return { score: scores[0] ?? Number.NaN, rarest: rarest[0] ?? Number.NaN }
}

function columnOf(sets: readonly (readonly number[])[]) {
  const starts = Int32Array.of(0, ...sets.map((_, n) => sets.slice(0, n + 1).flat().length))
  const codes = Int32Array.from(sets.flatMap((one) => one.toSorted((a, b) => a - b)))
  return { starts, codes }
}

describe('the score of what two shops share', () => {
  it('is one for each thing that nobody else has', () => {
    expect(
      scored(
        [
          [0, 1, 2],
          [1, 2, 3],
        ],
        [2, 2, 2, 2],
      ),
    ).to.deep.equal({ score: 2, rarest: 1 })
    expect(scored([[0], [1]], [2, 2])).to.deep.equal({ score: 0, rarest: -1 })
  })

  it('is the same both ways round', () => {
    fc.assert(
      fc.property(set, set, holders, (a, b, counts) => {
        expect(scored([a, b], counts, 0, 1)).to.deep.equal(scored([a, b], counts, 1, 0))
      }),
    )
  })

  it('never falls when a thing more is shared', () => {
    fc.assert(
      fc.property(set, set, fc.nat(tokens - 1), holders, (a, b, more, counts) => {
        const before = scored([a, b], counts).score
        const both = [a, b].map((one) => [...new Set([...one, more])])
        expect(before).to.be.at.most(scored(both, counts).score)
      }),
    )
  })

  it('is what it would be by hand', () => {
    fc.assert(
      fc.property(set, set, holders, (a, b, counts) => {
        const shared = a.filter((code) => b.includes(code))
        const sum = shared.reduce((all, code) => all + 1 / Math.max(1, (counts[code] ?? 0) - 1), 0)
        const { score, rarest } = scored([a, b], counts)
        expect(score).to.be.closeTo(sum, 1e-5)
        const byRarity = shared.toSorted(
          (x, y) => Math.max(2, counts[x] ?? 0) - Math.max(2, counts[y] ?? 0) || x - y,
        )
        expect(rarest).to.equal(byRarity[0] ?? -1)
      }),
    )
  })

  it('is next to nothing for a pack of pictures that hundreds deal with', () => {
    const pack = Array.from({ length: 12 }, (_, n) => n)
    const hundreds = pack.map(() => 300)
    expect(scored([pack, pack], hundreds).score).to.be.below(0.1)
  })

  it('counts anew when holders are put together', () => {
    const column = columnOf([[0], [0]])
    const pair = [Int32Array.of(0), Int32Array.of(1)] as const
    const shops = scoreSets(column, sharingWeights(Int32Array.of(12)), ...pair)
    const controllers = scoreSets(column, sharingWeights(Float64Array.of(1.5)), ...pair)
    expect(shops.scores[0]).to.be.closeTo(1 / 11, 1e-6)
    expect(controllers.scores[0]).to.equal(1)
  })

  it('lists what is shared, the rarest first', () => {
    const weights = sharingWeights(Int32Array.of(9, 2, 4, 2))
    expect(
      sharedTokens(
        columnOf([
          [0, 1, 2, 3],
          [3, 2, 1, 0],
        ]),
        weights,
        0,
        1,
      ),
    ).to.deep.equal([1, 3, 2, 0])
  })
})

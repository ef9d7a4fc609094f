import { expect } from 'chai'
import fc from 'fast-check'

import { foldsOf } from '../../../server/linkage/calibrate/folds.ts'
import { heldOut } from '../../../server/linkage/calibrate/hold-out.ts'
import { reliability } from '../../../server/linkage/calibrate/reliability.ts'
import { prior, simulated } from './labels.ts'

describe('foldsOf', () => {
  it('keeps a controller in one fold, however its labels come', () => {
    fc.assert(
      fc.property(anyPairs, fc.integer({ min: 2, max: 6 }), (pairs, folds) => {
        const found = foldsOf(pairs, folds)
        const sameFold = pairs.flatMap((pair, n) =>
          found[n]?.[0] === found[n]?.[1] ? [{ ...pair, fold: found[n]?.[0] }] : [],
        )
        const foldOf = new Map(sameFold.map(({ a, fold }) => [a, fold]))
        for (const { a, b, fold } of sameFold) {
          expect(foldOf.get(a)).to.equal(fold)
          expect(
            new Set(sameFold.filter((other) => other.b === b).map((o) => o.fold)).size,
          ).to.equal(1)
        }
        expect(pairs.filter(({ same }) => same).length).to.equal(
          sameFold.filter(({ same }) => same).length,
        )
        expect(foldsOf(pairs.toReversed(), folds)).to.deep.equal(found.toReversed())
      }),
      { seed: 6 },
    )
  })

  it('deals controllers evenly', () => {
    const pairs = Array.from({ length: 5_000 }, (_, n) => ({ a: `a${n}`, b: `b${n}`, same: true }))
    const counts = [0, 0, 0, 0, 0]
    for (const [fold] of foldsOf(pairs, 5)) counts[fold] = (counts[fold] ?? 0) + 1
    for (const count of counts) expect(count).to.be.within(900, 1_100)
  })
})

describe('heldOut', () => {
  it('learns nothing of labels that a third shop ties, and tells these by it where it is surer', () => {
    const labels = simulated(3, 400, { alpha: 0, priorSlope: 0.5, slopes: [0.5, 0.5] })
    const isTied = (n: number) => n % 4 === 0
    const thirds = Float64Array.from(labels.pairs, (_, n) => (isTied(n) ? 3 : Number.NaN))
    // What they say is turned rather than what was decided of them, as that chooses the folds.
    const turned = labels.bits.map((own, at) => (isTied(Math.floor(at / 2)) ? -own : own))
    const [told, other] = [labels.bits, turned].map((bits) =>
      heldOut({ ...labels, bits, thirds }, prior, 4),
    )
    for (const [n, { probability }] of (told ?? []).entries()) {
      if (isTied(n)) expect(probability).to.be.at.least(8 / 9)
      else expect(other?.[n]?.probability).to.equal(probability)
    }
  })

  it('adds what is fixed of a label to what is fitted, so that a fixed part teaches no offset', () => {
    const labels = simulated(4, 400, { alpha: 0, priorSlope: 0.5, slopes: [0.5, 0.5] })
    const fixed = 2
    const lower = { ...prior, offset: -fixed }
    const offsets = new Float64Array(labels.pairs.length).fill(fixed)
    const [plain, shifted] = [heldOut(labels, prior, 4), heldOut({ ...labels, offsets }, lower, 4)]
    for (const [n, { probability }] of plain.entries())
      expect(shifted[n]?.probability).to.be.closeTo(probability, 1e-6)
  })

  it('says the same of a controller whatever the labels of that controller said', () => {
    const labels = withSharedShops()
    const told = heldOut(labels, prior, 4)
    const turned = labels.outcomes.slice()
    const folds = foldsOf(
      labels.pairs.map((pair, n) => ({ ...pair, same: labels.outcomes[n] === 1 })),
      4,
    )
    // Labels of two controllers can be turned without tying any together; those that touch fold 0 must not matter to one another.
    const bits = labels.bits.slice()
    for (const [n, [low]] of folds.entries()) {
      if (low === 0 && turned[n] === 0) bits[n * labels.channels] = 30
    }
    const after = heldOut({ ...labels, bits }, prior, 4)
    const untouched = [...folds.entries()].filter(
      ([n, [low]]) => low === 0 && bits[n * labels.channels] === labels.bits[n * labels.channels],
    )
    expect(untouched.length).to.be.above(10)
    for (const [n] of untouched) expect(after[n]).to.deep.equal(told[n])
  })

  it('tells every label once', () => {
    const labels = withSharedShops()
    const told = heldOut(labels, prior, 3)
    expect([...told].filter((one) => one !== undefined).length).to.equal(labels.outcomes.length)
    expect(told.map(({ came }) => came)).to.deep.equal([...labels.outcomes])
  })

  it('certifies a fit on labels that it was not fitted on', () => {
    const labels = simulated(8, 1_500, { alpha: 0, priorSlope: 0.5, slopes: [0.4, 0.6, 0.5] })
    const { slope, ece, eceByChance } = reliability(heldOut(labels, prior, 5))
    expect(slope).to.be.within(0.85, 1.15)
    expect((ece ?? 1) - (eceByChance ?? 0)).to.be.below(0.03)
  })

  it('shows the miscalibration of labels that answer at random', () => {
    const labels = simulated(8, 150, { alpha: 0, priorSlope: 0, slopes: [0, 0, 0, 0, 0, 0] })
    const { logLoss } = reliability(heldOut(labels, { ...prior, spread: 5 }, 5))
    expect(logLoss ?? 0).to.be.above(Math.LN2)
  })
})

/** Pairs over few shops, so that labels of one controller meet and pairs across folds are common. */
function withSharedShops() {
  const labels = simulated(2, 400, { alpha: -2, priorSlope: 0.5, slopes: [0.5, 0.5] })
  return {
    ...labels,
    pairs: labels.pairs.map(({ on }, n) =>
      labels.outcomes[n] === 1
        ? { a: `c${n % 60}-${n % 3}`, b: `c${n % 60}-${3 + (n % 2)}`, on }
        : { a: `c${n % 60}-${n % 5}`, b: `c${(n * 7 + 1) % 60}-${n % 5}`, on },
    ),
  }
}

const anyPairs = fc.array(
  fc.record({
    a: fc.nat(30).map((n) => `a${n}`),
    b: fc.nat(30).map((n) => `b${n}`),
    same: fc.boolean(),
  }),
  { maxLength: 40 },
)

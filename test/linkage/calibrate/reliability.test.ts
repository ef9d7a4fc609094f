import { expect } from 'chai'
import fc from 'fast-check'

import { mulberry32 } from '../../../server/domain/random.ts'
import { reliability } from '../../../server/linkage/calibrate/reliability.ts'
import type { Told } from '../../../server/linkage/calibrate/told.ts'
import { wilson } from '../../../server/linkage/calibrate/wilson.ts'

describe('reliability', () => {
  it('finds no error in probabilities that come true as often as they say', () => {
    const told = [0.1, 0.3, 0.5, 0.9].flatMap((probability) =>
      Array.from(
        { length: 10 },
        (_, n): Told => ({ probability, came: n < 10 * probability ? 1 : 0 }),
      ),
    )
    const { ece, slope, intercept, bins, n } = reliability(told)
    expect(n).to.equal(40)
    expect(ece).to.be.closeTo(0, 1e-12)
    expect(slope).to.be.closeTo(1, 1e-9)
    expect(intercept).to.be.closeTo(0, 1e-9)
    expect(bins.map(({ n: size, observed }) => [size, observed])).to.deep.equal([
      [10, 0.1],
      [10, 0.3],
      [10, 0.5],
      [10, 0.9],
    ])
  })

  it('finds the slope of probabilities that are twice too sure', () => {
    const random = mulberry32(2)
    const told = Array.from({ length: 20_000 }, (): Told => {
      const bits = 12 * random() - 6
      return {
        probability: 1 / (1 + 2 ** (-2 * bits)),
        came: random() < 1 / (1 + 2 ** -bits) ? 1 : 0,
      }
    })
    const { slope, ece, eceByChance } = reliability(told)
    expect(slope).to.be.closeTo(0.5, 0.03)
    expect(ece ?? 0).to.be.above(5 * (eceByChance ?? 1))
  })

  it('knows what error chance alone would show', () => {
    const random = mulberry32(5)
    const errors = Array.from({ length: 60 }, () => {
      const told = Array.from({ length: 200 }, (): Told => {
        const probability = random()
        return { probability, came: random() < probability ? 1 : 0 }
      })
      const { ece, eceByChance } = reliability(told)
      return { ece: ece ?? 0, eceByChance: eceByChance ?? 0 }
    })
    const mean = (figure: 'ece' | 'eceByChance') =>
      errors.reduce((sum, own) => sum + own[figure], 0) / errors.length
    expect(mean('ece') / mean('eceByChance')).to.be.closeTo(1, 0.1)
  })

  it('gives an interval that holds the true slope in nineteen of twenty draws', () => {
    const random = mulberry32(7)
    const draws = Array.from({ length: 400 }, () => {
      const told = Array.from({ length: 150 }, (): Told => {
        const bits = 8 * random() - 4
        return {
          probability: 1 / (1 + 2 ** (-1.6 * bits)),
          came: random() < 1 / (1 + 2 ** -bits) ? 1 : 0,
        }
      })
      const { slope, slopeLow, slopeHigh } = reliability(told)
      const [low, high] = [slopeLow ?? Number.NaN, slopeHigh ?? Number.NaN]
      expect(slope).to.be.within(low, high)
      return low <= 1 / 1.6 && 1 / 1.6 <= high
    })
    expect(draws.filter(Boolean).length / draws.length).to.be.closeTo(0.95, 0.03)
  })

  it('ends the interval of the slope where the best line there is less likely by half of χ² at 5 %', () => {
    const told = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((probability) =>
      [1, 1, 0, 0, 1, 0].map(
        (came, n): Told => ({
          probability,
          came: n < 6 * probability ? 1 : (came as 0 | 1),
        }),
      ),
    )
    const { slope, slopeLow, slopeHigh } = reliability(told)
    const least = Math.min(...grid(slope ?? 0, told))
    for (const end of [slopeLow, slopeHigh])
      expect(Math.min(...grid(end ?? 0, told)) - least).to.be.closeTo(1.9207, 1e-3)
  })

  it('keeps equal probabilities in one bin, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { maxLength: 80 }), fc.integer(), (told, seed) => {
        const report = reliability(told)
        expect(reliability(shuffled(told, seed))).to.deep.equal(report)
        expect(report.bins.reduce((sum, { n }) => sum + n, 0)).to.equal(told.length)
        const predicted = report.bins.map((bin) => bin.predicted)
        expect(new Set(predicted.map((p) => p.toFixed(12))).size).to.equal(predicted.length)
      }),
      { seed: 3 },
    )
  })

  it('counts a label of weight 3 as three labels in every mean', () => {
    const heavy: Told[] = [
      { probability: 0.2, came: 0, weight: 3 },
      { probability: 0.2, came: 1, weight: 1 },
      { probability: 0.7, came: 1, weight: 2 },
      { probability: 0.8, came: 0, weight: 1 },
    ]
    const plain = heavy.flatMap(({ probability, came, weight = 1 }) =>
      Array.from({ length: weight }, () => ({ probability, came })),
    )
    const [a, b] = [reliability(heavy), reliability(plain)]
    for (const figure of ['brier', 'ece', 'logLoss', 'slope', 'intercept'] as const)
      expect(a[figure], figure).to.be.closeTo(b[figure] ?? Number.NaN, 1e-9)
  })

  it('has no slope where none is likeliest', () => {
    const parted: Told[] = [0.1, 0.2, 0.8].map((probability) => ({
      probability,
      came: probability < 0.5 ? 0 : 1,
    }))
    expect(reliability(parted).slope).to.equal(null)
    expect(reliability(parted.filter(({ came }) => came === 1)).slope).to.equal(null)
    expect(
      reliability([
        { probability: 0.5, came: 1 },
        { probability: 0.5, came: 0 },
      ]).slope,
    ).to.equal(null)
    expect(reliability([])).to.include({ n: 0, brier: null, ece: null, logLoss: null, slope: null })
  })

  it('takes a certainty that failed for a finite loss', () => {
    const { logLoss } = reliability([{ probability: 1, came: 0 }])
    expect(logLoss).to.be.closeTo(-Math.log(1e-12), 1e-9)
  })
})

describe('wilson', () => {
  it('is the interval of the published example', () => {
    // 8 of 10: 0.4902 to 0.9433, the value in common statistics packages.
    const { low, high } = wilson(0.8, 10)
    expect(low).to.be.closeTo(0.4902, 1e-4)
    expect(high).to.be.closeTo(0.9433, 1e-4)
  })

  it('encloses the share that was seen and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), (n, some) => {
        const share = (some % (n + 1)) / n
        const { low, high } = wilson(share, n)
        expect(low).to.be.within(0, share)
        expect(high).to.be.within(share, 1)
      }),
      { seed: 4 },
    )
  })
})

/** The loss of a slope by every intercept of a fine grid, as straightforward as can be. */
function grid(slope: number, told: readonly Told[]): number[] {
  return Array.from({ length: 40_001 }, (_, n) => {
    const intercept = n / 4_000 - 5
    return told.reduce((sum, { probability, came }) => {
      const line = intercept + slope * Math.log(probability / (1 - probability))
      return sum + Math.log1p(Math.exp(line)) - came * line
    }, 0)
  })
}

const anyTold: fc.Arbitrary<Told> = fc.record({
  probability: fc.constantFrom(0, 0.1, 0.25, 0.5, 0.9, 0.99, 1),
  came: fc.constantFrom<0 | 1>(0, 1),
})

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = mulberry32(seed)
  return list
    .map((one) => ({ one, at: random() }))
    .toSorted((x, y) => x.at - y.at)
    .map(({ one }) => one)
}

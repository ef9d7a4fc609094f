import { expect } from 'chai'
import fc from 'fast-check'

import { mulberry32 } from '../../../server/domain/random.ts'
import {
  calibratedBits,
  fitSlopes,
  type SlopeLabels,
} from '../../../server/linkage/calibrate/fit-slopes.ts'
import { prior, simulated } from './labels.ts'

describe('fitSlopes', () => {
  it('is the mode of the prior without labels', () => {
    const fit = fitSlopes(simulated(1, 0, { alpha: 0, priorSlope: 1, slopes: [1, 1, 1] }), prior)
    expect(fit).to.deep.equal({
      alpha: 0,
      priorSlope: 0.5,
      slopes: Float64Array.of(0.5, 0.5, 0.5),
      meanSlope: 0.5,
      labels: 0,
      logLoss: null,
    })
  })

  it('finds known slopes again', () => {
    const slopes = [0.3, 0.7, 0.5, 0.1]
    const labels = simulated(7, 20_000, { alpha: 1, priorSlope: 0.6, slopes })
    const fit = fitSlopes(labels, prior)
    for (const [k, slope] of slopes.entries()) expect(fit.slopes[k]).to.be.closeTo(slope, 0.03)
    const constant = fit.alpha + fit.priorSlope * labels.priorBits
    expect(constant).to.be.closeTo(1 - 0.6 * 8, 0.15)
  })

  it('lets a channel that no label speaks of follow the others', () => {
    const labels = simulated(3, 4_000, { alpha: 0, priorSlope: 0.3, slopes: [0.3, 0.3, 0.3, 0.3] })
    for (let label = 0; label < 4_000; label++) labels.bits[4 * label + 3] = 0
    const { slopes, meanSlope } = fitSlopes(labels, prior)
    expect(slopes[3]).to.be.closeTo(meanSlope, 1e-9)
    expect(slopes[3]).to.be.within(0.27, 0.35)
  })

  it('stands where no slope of the posterior is left, bounds apart', () => {
    fc.assert(
      fc.property(anyLabels, (labels) => {
        const fit = fitSlopes(labels, prior)
        const point = [fit.alpha, fit.priorSlope, ...fit.slopes, fit.meanSlope]
        const here = negativeLogPosterior(labels, point)
        const least = here - 1e-12 * (1 + Math.abs(here))
        const near = [...point.keys()].flatMap((i) =>
          [-1e-4, 1e-4].map((step) => point.with(i, (point[i] ?? 0) + step)),
        )
        for (const other of near.filter((p) => p.slice(1, -1).every((slope) => 0 <= slope)))
          expect(negativeLogPosterior(labels, other)).to.be.at.least(least)
      }),
      { numRuns: 100, seed: 11 },
    )
  })

  it('gives the same to nine places, whatever order the labels come in', () => {
    for (let seed = 0; seed < 5; seed++) {
      const labels = simulated(seed, 3_000, { alpha: 1, priorSlope: 0.6, slopes: [0.3, 0.6, 0] })
      const turned = chosen(labels, [...labels.outcomes.keys()].toReversed())
      const [one, other] = [fitSlopes(labels, prior), fitSlopes(turned, prior)]
      for (const [k, slope] of one.slopes.entries())
        expect(other.slopes[k]).to.be.closeTo(slope, 1e-9)
      expect(other.alpha).to.be.closeTo(one.alpha, 1e-9)
    }
  })

  it('never lets more bits lower the probability, whatever the labels say', () => {
    fc.assert(
      fc.property(
        anyLabels,
        fc.nat(),
        fc.double({ min: 0, max: 20, noNaN: true }),
        (labels, k, more) => {
          const fit = fitSlopes(labels, prior)
          const bits = new Float64Array(labels.channels)
          const before = calibratedBits(fit, labels.priorBits, bits, 0)
          bits[k % labels.channels] = more
          expect(calibratedBits(fit, labels.priorBits, bits, 0)).to.be.at.least(before)
        },
      ),
      { numRuns: 100, seed: 12 },
    )
  })

  it('holds a slope at 0 rather than count agreement against a pair', () => {
    const labels = simulated(5, 2_000, { alpha: 0, priorSlope: 0.3, slopes: [0.6, -0.4] })
    const { slopes } = fitSlopes(labels, prior)
    expect(slopes[1]).to.equal(0)
  })

  it('finds slope and whole again where labels were picked by their bits, without weights', () => {
    const truth = { alpha: 1, priorSlope: 0.6, slopes: [0.6, 0.4] }
    const everything = simulated(9, 40_000, truth)
    const random = mulberry32(4)
    const picked = [...everything.outcomes.keys()].filter((n) => {
      const score = (everything.bits[2 * n] ?? 0) + (everything.bits[2 * n + 1] ?? 0)
      return random() < (9 < score ? 0.3 : 0.03)
    })
    const labelled = chosen(everything, picked)
    expect(rate(labelled.outcomes) - rate(everything.outcomes)).to.be.above(0.1)
    const fit = fitSlopes(labelled, prior)
    expect(fit.slopes[0]).to.be.closeTo(0.6, 0.05)
    expect(fit.slopes[1]).to.be.closeTo(0.4, 0.05)
    expect(fit.alpha + fit.priorSlope * labelled.priorBits).to.be.closeTo(1 - 0.6 * 8, 0.3)
  })

  it('draws the whole to what is believed of it, as few labels cannot tell', () => {
    const labels = simulated(2, 20, { alpha: 0, priorSlope: 1, slopes: [1, 1] })
    const near = { ...prior, offset: 3, offsetSpread: 0.01 }
    expect(fitSlopes(labels, near).alpha).to.be.closeTo(3, 0.01)
    expect(
      fitSlopes(simulated(1, 0, { alpha: 0, priorSlope: 1, slopes: [1] }), near).alpha,
    ).to.equal(3)
  })
})

function rate(outcomes: Uint8Array): number {
  return outcomes.reduce((sum, own) => sum + own, 0) / outcomes.length
}

const anyLabels = fc
  .record({
    seed: fc.integer(),
    count: fc.nat(80),
    slopes: fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 1, maxLength: 5 }),
  })
  .map(({ seed, count, slopes }) => simulated(seed, count, { alpha: 0.5, priorSlope: 0.4, slopes }))

/** The definition, written out once more. */
function negativeLogPosterior(labels: SlopeLabels, point: readonly number[]): number {
  const [alpha = 0, priorSlope = 0] = point
  const slopes = point.slice(2, -1)
  const mean = point.at(-1) ?? 0
  const gauss = (distance: number, spread: number) => (distance / spread) ** 2 / 2
  let sum = gauss(alpha, prior.offsetSpread) + gauss(mean - prior.mean, prior.meanSpread)
  for (const slope of [priorSlope, ...slopes]) sum += gauss(slope - mean, prior.spread)
  for (const [label, outcome] of labels.outcomes.entries()) {
    const score = slopes.reduce(
      (total, slope, k) => total + slope * (labels.bits[label * slopes.length + k] ?? 0),
      alpha + priorSlope * labels.priorBits,
    )
    const weight = labels.weights[label] ?? 0
    sum += weight * Math.log1p(2 ** (outcome === 1 ? -score : score))
  }
  return sum
}

function chosen(labels: SlopeLabels, rows: readonly number[]): SlopeLabels {
  const { channels, bits } = labels
  return {
    ...labels,
    bits: Float64Array.from(
      rows.flatMap((n) => [...bits.subarray(n * channels, (n + 1) * channels)]),
    ),
    outcomes: Uint8Array.from(rows, (n) => labels.outcomes[n] ?? 0),
    weights: new Float64Array(rows.length).fill(1),
  }
}

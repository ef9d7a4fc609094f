import { expect } from 'chai'
import fc from 'fast-check'

import { binEnd, gapBins, horizonDays, noGap } from '../../server/linkage/gap-bins.ts'
import {
  type ReturnTimes,
  returnDensity,
  returnTimesOf,
  sistersAmong,
  usualReturnTimes,
} from '../../server/linkage/return-times.ts'
import { shareReturns } from '../../server/linkage/succeed.ts'

const widths = gapBins.map(({ from }, bin) => binEnd(bin, horizonDays) - from)
const days = widths.reduce((sum, own) => sum + own, 0)
/** Openings of one controller at any time, as many a day. */
const flat = widths.map((width) => width / days)

const usual = usualReturnTimes.sisters

describe('return times', () => {
  it('are what lies over the level that openings fall to long after a closure', () => {
    const soon = gapBins.map(({ from }) => (from === 0 ? 1 : 0))
    const { density, background } = returnTimesOf(mixed(0.5, soon), usual)
    expect(background).to.be.closeTo(0.5 / days, 1e-12)
    const first = gapBins.findIndex(({ from }) => from === 0)
    expect(density[first]).to.be.closeTo(0.5 / (widths[first] ?? 0), 1e-12)
  })

  it('leave a twentieth of every bin to returns where all openings are alike', () => {
    const { density, background } = returnTimesOf(mixed(0, flat), usual)
    expect(background).to.be.closeTo(1 / days, 1e-12)
    for (const own of density) expect(own).to.be.closeTo(0.05 / days, 1e-12)
  })

  it('(law) with the background give back the learnt shares, but for that twentieth', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 1000 }), {
      minLength: gapBins.length + 1,
      maxLength: gapBins.length + 1,
    })
    fc.assert(
      fc.property(shares, (list) => {
        const { density, background } = returnTimesOf(Float64Array.from(list), usual)
        const all = list.slice(0, gapBins.length).reduce((sum, own) => sum + own, 0)
        for (const [bin, own] of density.entries()) {
          const learnt = (list[bin] ?? 0) / all / (widths[bin] ?? 1)
          expect(own).to.be.closeTo(Math.max(0.05 * learnt, learnt - background), 1e-12)
          expect(own).to.be.at.least(0)
        }
      }),
    )
  })

  it('have the less background the fewer sisters a market has, down to a tenth, and never more than is seen', () => {
    const backgroundOf = (sisters: number) => returnTimesOf(mixed(0, flat), sisters).background
    expect(backgroundOf(1)).to.be.closeTo(1 / days, 1e-12)
    expect(backgroundOf(usual / 2)).to.be.closeTo(0.5 / days, 1e-12)
    expect(backgroundOf(0.001)).to.be.closeTo(0.1 / days, 1e-12)
  })

  it('do not depend on how many pairs ran side by side', () => {
    const [few, many] = [0.1, 0.9].map((together) =>
      returnTimesOf(
        Float64Array.from([...flat.map((own) => (1 - together) * own), together]),
        usual,
      ),
    ) as [ReturnTimes, ReturnTimes]
    expect(many.background).to.be.closeTo(few.background, 1e-12)
    for (const [bin, own] of many.density.entries())
      expect(own).to.be.closeTo(few.density[bin] ?? 0, 1e-12)
  })
})

describe('sisters among the pairs of one controller', () => {
  const pairsOf = (one: number, side: number, probability: number) => ({
    controller: new Float64Array(one + side).fill(probability),
    lives: {
      days: Int32Array.from({ length: one + side }, (_, pair) => (pair < one ? 30 : noGap)),
      together: Uint8Array.from({ length: one + side }, (_, pair) => (pair < one ? 0 : 1)),
    },
  })

  it('are as many as is usual where no pair is sure', () => {
    const { controller, lives } = pairsOf(50, 50, 0.98)
    expect(sistersAmong(controller, lives)).to.be.closeTo(usualReturnTimes.sisters, 1e-12)
  })

  it('are hardly any where a thousand sure pairs follow one another, and the share that is seen where there are many', () => {
    const none = pairsOf(1000, 0, 0.999)
    expect(sistersAmong(none.controller, none.lives)).to.be.below(0.004)
    const third = pairsOf(2000, 1000, 0.999)
    expect(sistersAmong(third.controller, third.lives)).to.be.closeTo(1 / 3, 0.002)
  })

  it('do not count pairs without dates', () => {
    const { controller, lives } = pairsOf(0, 100, 0.999)
    const undated = { ...lives, together: new Uint8Array(100) }
    expect(sistersAmong(controller, undated)).to.equal(sistersAmong(new Float64Array(0), undated))
  })
})

describe('an opening long after a closure', () => {
  const soon = gapBins.map(({ from, successor }) => (from < 120 ? successor / 0.97 : 0))
  const times = returnTimesOf(mixed(0.6, soon), usual)
  const candidate = { closure: 0, later: 1, days: 5, controller: 0.99, evidenceBits: 12 }

  it('is no return where one controller opens shops all the time', () => {
    expect(shareReturns([candidate], times)[0]).to.be.above(0.9)
    expect(shareReturns([{ ...candidate, days: 400 }], times)[0]).to.be.below(0.1)
  })

  it('takes nothing from the shop that opened at once', () => {
    const [alone = 0] = shareReturns([candidate], times)
    const [beside = 0] = shareReturns([candidate, { ...candidate, later: 2, days: 400 }], times)
    expect(beside).to.be.closeTo(alone, 0.01)
    expect(returnDensity(times, 5)).to.be.above(20 * returnDensity(times, 400))
  })
})

/** Gaps of one controller, of which a share are returns as given and the others at any time; none side by side. */
function mixed(share: number, returns: readonly number[]): Float64Array {
  return Float64Array.from([
    ...flat.map((own, bin) => share * (returns[bin] ?? 0) + (1 - share) * own),
    0,
  ])
}

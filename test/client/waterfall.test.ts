import { expect } from 'chai'
import fc from 'fast-check'

import { fallsOf, spanOf } from '../../client/inspector/waterfall.ts'
import type { Ledger } from '../../server/contract/ring.ts'
import { aLedger } from './builders.ts'

const bits = fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10)

const anyLedger: fc.Arbitrary<Ledger> = fc
  .record({
    prior: bits,
    bars: fc.array(bits, { maxLength: 8 }),
    time: fc.option(fc.record({ bits, sideBySide: fc.boolean() }), { nil: undefined }),
    calibration: bits,
  })
  .map(({ prior, bars, time, calibration }) => {
    const total = [prior, ...bars, time?.bits ?? 0, calibration].reduce(
      (sum, part) => sum + part,
      0,
    )
    const parts = {
      prior: { bits: prior, oneIn: 2 },
      bars: bars.map((part) => ({ channel: 'phone', bits: part })),
      ...(time !== undefined && timeOf(time)),
      calibration: { bits: calibration, model: 'test', labels: 0 },
      total,
    }
    return aLedger(parts as unknown as Partial<Ledger>)
  })

function timeOf({ bits: own, sideBySide }: { bits: number; sideBySide: boolean }) {
  return sideBySide
    ? { together: { bits: own } }
    : { gap: { closed: '2026-01-01', opened: '2026-01-02', days: 1, bits: own } }
}

describe('waterfall', () => {
  it('begins at zero, each fall where the one before ended, and ends at the total', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const falls = fallsOf(ledger)
        const parts = falls.slice(0, -1)
        for (const [place, fall] of parts.entries()) {
          expect(fall.from).to.equal(place === 0 ? 0 : parts[place - 1]?.to)
        }
        expect(parts.at(-1)?.to).to.be.closeTo(ledger.total, 1e-9)
        expect(falls.at(-1)).to.include({ kind: 'total', from: 0, to: ledger.total })
      }),
    )
  })

  it('leaves nothing of the ledger out', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const time = ledger.gap === undefined && ledger.together === undefined ? 0 : 1
        expect(fallsOf(ledger)).to.have.length(ledger.bars.length + 3 + time)
      }),
    )
  })

  it('spans every end and zero', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const falls = fallsOf(ledger)
        const { low, high } = spanOf(falls)
        expect(low).to.be.at.most(0)
        expect(high).to.be.at.least(0)
        for (const { from, to } of falls) {
          for (const end of [from, to]) expect(end).to.be.within(low, high)
        }
      }),
    )
  })

  it('leaves the third outcome out of the sum', () => {
    const supply = { probability: 0.4, bits: 9, imitation: false }
    const ledger = aLedger({ supply } as Partial<Ledger>)
    expect(fallsOf(ledger)).to.deep.equal(fallsOf(aLedger()))
  })

  it('counts lives side by side for or against, as it does a gap', () => {
    const together = { bits: -1.5 }
    const falls = fallsOf(aLedger({ together } as Partial<Ledger>))
    expect(falls.find(({ kind }) => kind === 'together')).to.include({ tone: 'against' })
  })

  it('takes prior and calibration for neither side', () => {
    const tones = fallsOf(aLedger()).map(({ kind, tone }) => [kind, tone])
    expect(tones).to.deep.equal([
      ['prior', 'neutral'],
      ['calibration', 'neutral'],
      ['total', 'total'],
    ])
  })
})

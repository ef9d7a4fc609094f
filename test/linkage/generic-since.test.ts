import { expect } from 'chai'
import fc from 'fast-check'

import type { IsoDate } from '../../server/domain/units.ts'
import { genericSince, type Holding } from '../../server/linkage/generic-since.ts'
import { dateOf, dayOf } from '../../server/linkage/held-days.ts'

const rule = { from: 20, fast: { controllers: 5, days: 90 } }
const start = dayOf('2025-03-01' as IsoDate) ?? 0

/** One controller each, that took the value up on these days after the start and still has it. */
function holdings(days: readonly number[], more: Partial<Holding> = {}): Holding[] {
  return days.map((day, group) => ({
    group,
    first: start + day,
    last: start + 1_000,
    takenUp: true,
    ...more,
  }))
}

describe('since when a value is generic', () => {
  it('is the day on which the fifth controller took it up within 90 days', () => {
    expect(genericSince(holdings([0, 20, 40, 60, 80, 300]), rule)).to.deep.equal({
      since: dateOf(start + 80),
      reason: 'taken_up_fast',
      holders: 6,
      controllersIn90Days: 5,
    })
    expect(genericSince(holdings([0, 30, 60, 80, 91]), rule)).to.equal(undefined)
  })

  it('is the day of the twentieth controller where they came one after another', () => {
    const slow = holdings(Array.from({ length: 25 }, (_, n) => 40 * n))
    const since = dateOf(start + 40 * 19)
    expect(genericSince(slow, rule)).to.deep.equal({ since, reason: 'holders', holders: 25 })
    expect(genericSince(slow.slice(0, 19), rule)).to.equal(undefined)
  })

  it('is not known where the dates are not, and the count still says that it is', () => {
    const undated = holdings(
      Array.from({ length: 20 }, () => 0),
      { first: undefined },
    )
    expect(genericSince(undated, rule)).to.deep.equal({ reason: 'holders', holders: 20 })
    expect(genericSince(undated.slice(0, 19), rule)).to.equal(undefined)
  })

  it('does not come of one controller with many shops', () => {
    const ring = holdings([0, 10, 20, 30, 40, 50, 60], { group: 0 })
    expect(genericSince(ring, rule)).to.equal(undefined)
  })

  it('does not come of a seller who gives up one shop before the next', () => {
    const serial = holdings([0, 15, 30, 45, 60]).map((own) => ({
      ...own,
      last: (own.first ?? 0) + 10,
    }))
    expect(genericSince(serial, rule)).to.equal(undefined)
  })

  it('does not come of days that only say when somebody looked', () => {
    expect(genericSince(holdings([0, 20, 40, 60, 80], { takenUp: false }), rule)).to.equal(
      undefined,
    )
    expect(genericSince(holdings([5, 5, 5, 5, 5, 5]), rule)).to.equal(undefined)
  })

  it('does not depend on the order of holders, and more of them never make it later', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), (some, another) => {
        const one = genericSince(holdings(some), rule)
        const back = genericSince(holdings(some).toReversed(), rule)
        expect(back).to.deep.equal(one)
        const more = genericSince(holdings([...some, another]), rule)
        if (one !== undefined) expect((more?.since ?? '') <= (one.since ?? '')).to.equal(true)
      }),
    )
  })
})

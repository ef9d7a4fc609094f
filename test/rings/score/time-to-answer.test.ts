import { expect } from 'chai'

import type { IsoDate } from '../../../server/domain/units.ts'
import { timeToAnswer } from '../../../server/rings/score/time-to-answer.ts'
import { link } from './links.ts'

const truth = ['a', 'b', 'c', 'd'].map((name) => ({
  shop: `${name}2`,
  controller: name,
  predecessor: `${name}1`,
}))
const runs = ['2026-01-01', '2026-01-08', '2026-01-15', '2026-01-22', '2026-02-26'].map(
  (asOf, n) => ({
    asOf: asOf as IsoDate,
    links: [
      ...(1 <= n ? [link('a1', 'a2', 0.9, 'came_back_as')] : []),
      ...(2 <= n ? [link('b1', 'b2', 0.8, 'came_back_as')] : []),
      ...(3 <= n
        ? [link('c1', 'c2', 0.79, 'came_back_as'), link('x', 'c2', 1, 'came_back_as')]
        : []),
    ],
  }),
)

describe('timeToAnswer', () => {
  it('counts days from the start of the life to the first run that names its predecessor', () => {
    const starts = startsOf({ a2: '2026-01-04', b2: '2026-01-04', c2: '2026-01-04' })
    expect(timeToAnswer(runs, truth, starts, 0.8)).to.deep.equal({
      returns: 3,
      answered: 2,
      medianDays: 11,
      within7: 1 / 3,
      within30: 2 / 3,
    })
    expect(timeToAnswer(runs.toReversed(), truth, starts, 0.8).medianDays).to.equal(11)
  })

  it('does not hold against a return what there was no time to see', () => {
    const starts = startsOf({ a2: '2026-01-04', d2: '2026-02-23', b2: '2025-06-01' })
    expect(timeToAnswer(runs, truth, starts, 0.8)).to.deep.equal({
      returns: 2,
      answered: 1,
      medianDays: 4,
      within7: 1,
      within30: 1,
    })
  })

  it('has no median where half never are answered', () => {
    const starts = startsOf({ a2: '2026-01-04', c2: '2026-01-04', d2: '2026-01-04' })
    expect(timeToAnswer(runs, truth, starts, 0.8).medianDays).to.equal(null)
    expect(timeToAnswer([], truth, starts, 0.8)).to.include({ returns: 0, within7: null })
  })
})

function startsOf(starts: Record<string, string>): ReadonlyMap<string, IsoDate> {
  return new Map(Object.entries(starts) as [string, IsoDate][])
}

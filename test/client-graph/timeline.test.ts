import { expect } from 'chai'

import { addDays, eventDates, nextEvent, previousEvent } from '../../client/timeline/events.ts'
import { timelineOf } from '../../server/picture/timeline.ts'
import { words } from '../../server/picture/words.ts'
import { goldenLotus } from '../picture/golden-lotus.ts'
import { aScene } from './a-scene.ts'

describe('the timeline', () => {
  const until = '2026-03-14'
  const dates = eventDates(aScene(), until)

  it('steps through every day on which a shop opened or closed, and ends at the run', () => {
    expect(dates[0]).to.equal('2023-02-07')
    expect(dates.at(-1)).to.equal(until)
    expect(nextEvent(dates, '2025-11-14')).to.equal('2025-11-23')
    expect(previousEvent(dates, '2025-11-14')).to.equal('2025-09-14')
    expect(nextEvent(dates, until)).to.equal(undefined)
  })

  it('counts days over the ends of months and years', () => {
    expect(addDays('2024-02-28', 1)).to.equal('2024-02-29')
    expect(addDays('2025-01-01', -1)).to.equal('2024-12-31')
  })

  it('has a lane for each chain, with its shops', () => {
    const { lanes, scale } = timelineOf(goldenLotus(), [], {
      width: 800,
      asOf: until,
      until,
      words: words.en,
    })
    expect(lanes.map(({ label, shops }) => [label, shops.length])).to.deep.equal([
      ['Chain A', 6],
      ['Chain B', 2],
    ])
    expect(scale?.date(scale.x('2024-07-06'))).to.equal('2024-07-06')
  })
})

import { expect } from 'chai'

import { mulberry32 } from '../../../server/domain/random.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { latestReliability } from '../../../server/linkage/calibrate/latest-labels.ts'
import type { Told } from '../../../server/linkage/calibrate/told.ts'

/** Decisions of a thousand days, one a day; what is told is right until day `until`, and then much too sure. */
function decisions(seed: number, until: number) {
  const random = mulberry32(seed)
  const told = Array.from({ length: 1_000 }, (_, day): Told => {
    const probability = 0.02 + 0.96 * random()
    const logit = Math.log(probability / (1 - probability)) * (day < until ? 1 : 0.4)
    return { probability, came: random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0, weight: 1 }
  })
  const pairs = told.map((_, day) => ({ a: `a${day}`, b: `b${day}`, on: dayAt(day) }))
  return { pairs, told }
}

function dayAt(day: number): IsoDate {
  return new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10) as IsoDate
}

describe('the latest decisions', () => {
  const seeds = Array.from({ length: 200 }, (_, seed) => seed)
  const alarms = (until: number) =>
    seeds.filter((seed) => {
      const { pairs, told } = decisions(seed, until)
      return latestReliability({ pairs }, told)?.holds === false
    }).length

  it('raise an alarm when what is told stopped coming true lately', () => {
    expect(alarms(800)).to.be.above(190)
  })

  it('rarely raise one when all is as it was, or was mended since', () => {
    expect(alarms(1_000)).to.be.below(16)
    const mended = seeds.filter((seed) => {
      const { pairs, told } = decisions(seed, 200)
      return latestReliability({ pairs: pairs.toReversed() }, told)?.holds === false
    })
    expect(mended.length).to.be.below(16)
  })

  it('are the last by day in whatever order they come, and say since when', () => {
    const { pairs, told } = decisions(1, 800)
    const found = latestReliability({ pairs }, told)
    expect(found).to.include({ n: 200, since: dayAt(800) })
    expect(latestReliability({ pairs: pairs.toReversed() }, told.toReversed())).to.deep.equal(found)
  })

  it('say nothing where too few were decided before them', () => {
    const { pairs, told } = decisions(1, 800)
    expect(latestReliability({ pairs: pairs.slice(0, 299) }, told.slice(0, 299))).to.equal(
      undefined,
    )
  })
})

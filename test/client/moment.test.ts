import { expect } from 'chai'
import fc from 'fast-check'

import { momentsOf } from '../../client/known/moments.ts'
import { fieldsOf, momentOf, zonedText } from '../../client/scene/moment.ts'

/** What a reader has whose clock stands there. */
function inZone<T>(zone: string, read: () => T): T {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return read()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}

const zones = ['Asia/Shanghai', 'America/St_Johns', 'UTC', 'Pacific/Auckland', 'Europe/Berlin']

describe('a moment', () => {
  it('is told by the clock of the reader, with how far that is from UTC on that day', () => {
    const told = (zone: string, moment: string) => inZone(zone, () => zonedText(moment))
    expect(told('Asia/Shanghai', '2026-05-03T20:00:12.250Z')).to.equal('2026-05-04 04:00:12 UTC+8')
    expect(told('Europe/Berlin', '2026-01-03T10:00:00Z')).to.equal('2026-01-03 11:00:00 UTC+1')
    expect(told('Europe/Berlin', '2026-07-03T10:00:00Z')).to.equal('2026-07-03 12:00:00 UTC+2')
    expect(told('America/St_Johns', '2026-01-03T10:00:00Z')).to.equal(
      '2026-01-03 06:30:00 UTC−3:30',
    )
    expect(told('UTC', '2026-01-03T10:00:00Z')).to.equal('2026-01-03 10:00:00 UTC')
  })

  it('is a day of the reader to its end, or to the end of a second of it', () => {
    const of = (day: string, clock: string) => inZone('Asia/Shanghai', () => momentOf(day, clock))
    expect(of('2026-05-03', '')).to.equal('2026-05-03T15:59:59.999Z')
    expect(of('2026-05-03', '18:00')).to.equal('2026-05-03T10:00:00.999Z')
    expect(of('2026-05-03', '18:00:12')).to.equal('2026-05-03T10:00:12.999Z')
    expect(of('', '18:00')).to.equal(undefined)
    expect(of('2026-13-03', '')).to.equal(undefined)
  })

  it('comes back no earlier, and in the same second, from the fields that show it', () => {
    const anyMoment = fc.date({
      ...{ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true },
    })
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('Asia/Shanghai', 'UTC'), (date, zone) => {
        const moment = date.toISOString()
        const again = inZone(zone, () => {
          const { day, clock } = fieldsOf(moment)
          return momentOf(day, clock) ?? ''
        })
        expect(again >= moment).to.equal(true)
        expect(again.slice(0, 19)).to.equal(moment.slice(0, 19))
      }),
    )
  })

  it('has fields that read as it is told, wherever the reader is', () => {
    for (const zone of zones) {
      const { day, clock } = inZone(zone, () => fieldsOf('2026-05-03T10:00:12.250Z'))
      const told = inZone(zone, () => zonedText('2026-05-03T10:00:12.250Z'))
      expect(told.startsWith(`${day} ${clock} UTC`)).to.equal(true)
    }
  })
})

describe('moments worth standing at', () => {
  const minute = 60_000

  it('are loads, runs and sealed leads, latest first', () => {
    const moments = momentsOf({
      sources: [{ dataset: 'a', loadedAt: 10 }],
      runs: [{ id: 1, at: 20, asOf: '2026-03-31' }],
      leads: [{ id: 'L-1', sealedAt: 30 }],
    })
    expect(moments).to.deep.equal([
      { kind: 'sealed', at: 30, lead: 'L-1' },
      { kind: 'ran', at: 20, run: 1, asOf: '2026-03-31' },
      { kind: 'loaded', at: 10, dataset: 'a', files: 1 },
    ])
  })

  it('tell files of one load as one, at the last of them', () => {
    const at = (dataset: string, minutes: number) => ({ dataset, loadedAt: minutes * minute })
    const sources = [at('a', 0), at('a', 30), at('b', 31), at('a', 32), at('a', 120)]
    expect(momentsOf({ sources, runs: [], leads: [] })).to.deep.equal([
      { kind: 'loaded', at: 120 * minute, dataset: 'a', files: 1 },
      { kind: 'loaded', at: 32 * minute, dataset: 'a', files: 1 },
      { kind: 'loaded', at: 31 * minute, dataset: 'b', files: 1 },
      { kind: 'loaded', at: 30 * minute, dataset: 'a', files: 2 },
    ])
  })
})

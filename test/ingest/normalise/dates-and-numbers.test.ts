import { expect } from 'chai'
import fc from 'fast-check'

import { dayByHand } from '../../../server/domain/day-by-hand.ts'
import { checkValue } from '../../../server/ingest/normalise/check-value.ts'
import { normaliseDate } from '../../../server/ingest/normalise/date.ts'
import { datePattern } from '../../../server/ingest/normalise/date-pattern.ts'
import { normaliseNumber } from '../../../server/ingest/normalise/number.ts'

describe('dates', () => {
  const days: Record<string, string | undefined> = {
    '2026-03-14': '2026-03-14',
    ' 2026-03-14 ': '2026-03-14',
    '2026-03-14T23:30': '2026-03-14',
    '2026-03-14 23:30:59.123': '2026-03-14',
    '2026-03-14T23:30:00Z': '2026-03-15',
    '2026-03-14T23:30:00+08:00': '2026-03-14',
    '2026-03-14T23:30:00+0800': '2026-03-14',
    '2024-02-29': '2024-02-29',
    '2026-02-29': undefined,
    '2026-13-01': undefined,
    '2026-03-14T25:00': undefined,
    '2026-03': undefined,
    '14/03/2026': undefined,
    yesterday: undefined,
  }
  for (const [typed, day] of Object.entries(days)) {
    it(`${typed} in Shanghai is ${day ?? 'none'}`, () => {
      expect(normaliseDate(typed, 'Asia/Shanghai')).to.equal(day)
    })
  }

  const patterns: readonly (readonly [string, string, string | undefined])[] = [
    ['dd/MM/yyyy', '14/03/2026', '2026-03-14'],
    ['dd/MM/yyyy', '14/3/2026', undefined],
    ['d/M/yyyy', '4/3/2026', '2026-03-04'],
    ['d/M/yyyy', '31/2/2026', undefined],
    ['MM-dd-yy', '03-14-26', '2026-03-14'],
    ['MM-dd-yy', '03-14-71', '1971-03-14'],
    ['yyyy年M月d日', '2026年3月14日', '2026-03-14'],
    ['yyyyMMdd', '20260314', '2026-03-14'],
    ['d MMM yyyy', '4 March 2026', '2026-03-04'],
    ['MMM d, yyyy', 'Mar 4,  2026', '2026-03-04'],
    ['dd.MM.yyyy HH:mm', '14.03.2026 09:15', '2026-03-14'],
    ['dd.MM.yyyy', '14x03x2026', undefined],
  ]
  for (const [pattern, typed, day] of patterns) {
    it(`${typed} by ${pattern} is ${day ?? 'none'}`, () => {
      expect(datePattern(pattern)?.(typed)).to.equal(day)
    })
  }

  const byHand: Record<string, string> = {
    '2026/3/4': '2026-03-04',
    ' 2026/03/14 ': '2026-03-14',
    '2026.3.4': '2026-03-04',
    '2026-3-4': '2026-03-04',
    '20260314': '2026-03-14',
    '2026年3月4日': '2026-03-04',
    '2026 年 3 月 4 号': '2026-03-04',
    '２０２６年３月４日': '2026-03-04',
    '2026/3/4 9:15': '2026-03-04T09:15',
    '2026/3/4 23:30:05+08:00': '2026-03-04T23:30:05+08:00',
    '2026年3月4日 9:15': '2026-03-04T09:15',
  }
  for (const [typed, day] of Object.entries(byHand)) {
    it(`written by hand as ${typed} are ${day}`, () => {
      expect(dayByHand(typed)).to.equal(day)
    })
  }

  it('may be written in the digits of any script, and stay as typed where years are counted from elsewhere', () => {
    for (const typed of [
      '٢٠٢٦-٠٣-١٤',
      '２０２６年３月１４日',
      '2026년 3월 14일',
      '2026. 3. 14.',
      '२०२६/३/१४',
    ])
      expect(dayByHand(typed), typed).to.equal('2026-03-14')
    expect(normaliseDate('٢٠٢٦-٠٣-١٤', 'UTC')).to.equal('2026-03-14')
    expect(datePattern('dd.MM.yyyy')?.('१४.०३.२०२६')).to.equal('2026-03-14')
    for (const typed of ['๒๕๖๙-๐๓-๑๔', '۱۴۰۵-۰۳-۱۴']) {
      expect(dayByHand(typed)).to.equal(typed)
      expect(normaliseDate(typed, 'UTC')).to.equal(undefined)
      expect(datePattern('yyyy-MM-dd')?.(typed)).to.equal(undefined)
    }
  })

  it('stay as typed where they are no day, are not whole or do not begin with the year', () => {
    for (const typed of [
      '2026/13/4',
      '2026.2.30',
      '2026/3-4',
      '2026年3月',
      '202634',
      '14/03/2026',
      '26/3/4',
      'x',
    ]) {
      expect(dayByHand(typed), typed).to.equal(typed)
    }
  })

  it('have no pattern that leaves out year, month or day, or names one twice', () => {
    for (const pattern of ['dd/MM', 'yyyy', '', 'dd/MM/yyyy dd', 'ddd/MM/yyyy']) {
      expect(datePattern(pattern), pattern).to.equal(undefined)
    }
  })

  it('come back from any pattern they were written in', () => {
    const anyDay = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, month, date] = day.split('-')
        expect(datePattern('dd/MM/yyyy')?.(`${date}/${month}/${year}`)).to.equal(day)
        expect(datePattern('yyyyMMdd')?.(day.replaceAll('-', ''))).to.equal(day)
        expect(normaliseDate(day, 'UTC')).to.equal(day)
        const [m, d] = [Number(month), Number(date)]
        for (const typed of [
          `${year}/${m}/${d}`,
          `${year}.${m}.${d}`,
          `${year}年${m}月${d}日`,
          day,
        ]) {
          expect(dayByHand(typed), typed).to.equal(day)
          expect(dayByHand(dayByHand(typed))).to.equal(day)
        }
      }),
    )
  })
})

describe('numbers', () => {
  it('are read with and without groups', () => {
    const read = ['1234.50', '1,234.50', '+7', '.5', '-0', '１２'].map(normaliseNumber)
    expect(read).to.deep.equal(
      ['1234.5', '1234.5', '7', '0.5', '0', '12'].map((value) => ({ value })),
    )
  })

  it('are refused with units, in other notations and out of range', () => {
    for (const typed of ['', '12 kg', '0x10', '1,23', '1e999', 'NaN', '１二']) {
      expect(normaliseNumber(typed), typed).to.deep.equal({ reason: 'number-invalid' })
    }
    expect(checkValue('90.1', 'latitude', 'UTC')).to.deep.equal({ reason: 'number-invalid' })
    expect(checkValue('-180', 'longitude', 'UTC')).to.deep.equal({ value: '-180' })
  })
})

describe('listed values', () => {
  it('are taken whatever their case, and with a space or dash for the underscore', () => {
    expect(checkValue('Live-Room', ['shop', 'live_room'], 'UTC')).to.deep.equal({
      value: 'live_room',
    })
    expect(checkValue('a', ['A', 'B'], 'UTC')).to.deep.equal({ value: 'A' })
    expect(checkValue('stall', ['shop'], 'UTC')).to.deep.equal({ reason: 'value-unknown' })
  })
})

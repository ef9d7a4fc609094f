import { expect } from 'chai'
import fc from 'fast-check'

import { RefusalError } from '../../server/domain/failure.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { contradict, dayReader } from '../../server/ingest/day-patterns.ts'
import { dateFormsOf, patternsIn } from '../../server/ingest/propose/date-forms.ts'
import { areTurnedRound } from '../../server/ingest/propose/turned-round.ts'
import { aDataset, forgetDatasets, readAll } from './support.ts'
import { workbookOf } from './workbook.ts'

const entry = (date: unknown) => ({
  ...{ file: 'rows.csv', kind: 'shop', constants: { platform: 'x' } },
  columns: { opened_on: { column: 'opened', date } },
})

describe('days that are written in several ways', () => {
  after(forgetDatasets)

  it('are read by the pattern that each fits, numbers of a spreadsheet and days by year included', async () => {
    const header = ['shop_id', 'opened']
    const typed = ['13/3/2026', '5.2.26', '2026-01-02', 'soon', '4 Mar 2026']
    const rows = [
      ...typed.map((day, at) => [String(at), day]),
      ['7', { number: 46_064 }],
      ['8', { number: 46_064, style: 1 }],
    ]
    const date = ['d/M/yyyy', 'd.M.yy', 'd MMM yyyy', 'serial']
    const files = [{ ...entry(date), file: 'book.xlsx' }]
    const book = await workbookOf([{ name: 'A', rows: [header, ...rows] }])
    const read = await readAll(aDataset({ 'book.xlsx': book }, { files }))
    const days = read.map((row) => row.kind === 'facts' && row.facts.record.fields.opened_on)
    expect(days).to.deep.equal([
      ...['2026-03-13', '2026-02-05', '2026-01-02', 'soon', '2026-03-04'],
      ...['2026-02-11', '2026-02-11'],
    ])
    const refused = read.flatMap((row) => (row.kind === 'facts' ? row.facts.record.refused : []))
    expect(refused.map(({ value }) => value)).to.deep.equal(['soon'])
  })

  it('count from 1904 where that is stated, and are no numbers of another length', () => {
    expect(dayReader(['serial1904'])('44602')).to.equal('2026-02-11')
    for (const text of ['4606', '460640', '99999', '46064x', '-46064']) {
      expect(dayReader(['serial'])(text)).to.equal(text)
    }
  })

  it('may not be stated so that one text would be two of them', async () => {
    expect(contradict(['d/M/yyyy', 'd.M.yyyy', 'M-d-yyyy', 'serial'])).to.equal(false)
    for (const date of [
      ['d/M/yyyy', 'M/d/yyyy'],
      ['dd/MM/yy', 'yy/MM/dd'],
      ['serial', 'serial1904'],
    ]) {
      expect(contradict(date)).to.equal(true)
      const folder = aDataset({ 'rows.csv': 'shop_id,opened\n' }, { files: [entry(date)] })
      const error = await openDataset(folder).catch((reason: unknown) => reason)
      expect(error).to.be.instanceOf(RefusalError)
      expect((error as Error).message).to.include('must not read one text as two days')
    }
  })

  it('are proposed together, and asked for where none of the values tells the order', () => {
    expect(dateFormsOf(['46064', '46065', '13.03.2026', '2026-01-02'])).to.deep.equal([
      'serial or d.M.yyyy',
    ])
    expect(dateFormsOf(['46064', '03/04/2026', '05/06/2026'])).to.deep.equal([
      'd/M/yyyy or serial',
      'M/d/yyyy or serial',
    ])
    expect(dateFormsOf(['3/14/2026', '03/04/2026', '46064'])).to.deep.equal(['M/d/yyyy or serial'])
    expect(dateFormsOf(['soon', 'later', '46064'])).to.deep.equal([])
    expect(dateFormsOf(['2026-01-02', '2026年3月1日'])).to.deep.equal([])
  })

  it('are told to be turned round where a spreadsheet took the first twelve of each month for days', () => {
    const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
    const turned = months.map((month) => `2026-${month}-05`)
    const left = ['13/01/2026', '24/05/2026', '31/12/2026']
    expect(areTurnedRound([...turned, ...left], ['d/M/yyyy'])).to.equal(true)
    expect(areTurnedRound([...turned, ...left, '2026-03-14'], ['d/M/yyyy'])).to.equal(false)
    expect(areTurnedRound([...turned, ...left, '04/03/2026'], ['d/M/yyyy'])).to.equal(false)
    expect(areTurnedRound(turned, ['d/M/yyyy'])).to.equal(false)
    expect(areTurnedRound([...turned, '46064', '46065', '46066'], ['serial'])).to.equal(false)
  })

  it('are never proposed so that one of the values would be two days', () => {
    const two = fc.integer({ min: 1, max: 31 })
    const value = fc.oneof(
      fc
        .tuple(two, two, fc.constantFrom('/', '.', '-'))
        .map(([a, b, mark]) => `${a}${mark}${b}${mark}2026`),
      fc.integer({ min: 40_000, max: 47_000 }).map(String),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        for (const form of dateFormsOf(values)) {
          expect(contradict(patternsIn(form))).to.equal(false)
          const read = values.map(dayReader(patternsIn(form)))
          const days = read.filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
          expect(days.length).to.be.at.least(0.8 * values.length)
        }
      }),
    )
  })
})

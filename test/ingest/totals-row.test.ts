import { expect } from 'chai'
import fc from 'fast-check'

import { totalsTest } from '../../server/ingest/totals-row.ts'
import { aDataset, forgetDatasets, readAll } from './support.ts'

const files = [{ file: 'rows.csv', kind: 'shop', constants: { platform: 'x' } }]

describe('a row that sums others up', () => {
  after(forgetDatasets)

  it('makes no shop, and is quarantined with what to do', async () => {
    const text =
      'shop_id,name,orders,worth\n1,A,5,€ 10\n2,B,6,\nTotal,,11,"€ 1,210.50"\n合计：,,11,\n'
    const read = await readAll(aDataset({ 'rows.csv': text }, { files }))
    const reasons = read.map((row) => (row.kind === 'quarantined' ? row.row.reason : 'accepted'))
    expect(reasons).to.deep.equal(['accepted', 'accepted', 'row-total', 'row-total'])
  })

  it('is known in many languages, with its sum behind a colon or in a cell of its own', () => {
    const sumsUp = totalsTest(['id'])
    for (const word of [
      'TOTAL',
      'Grand total:',
      'Summe',
      'Итого',
      'Toplam',
      '总计',
      'Total: 1,135',
    ]) {
      expect(sumsUp(cells({ id: word, name: '', units: '780' })), word).to.equal(true)
      expect(sumsUp(cells({ id: '', name: word, units: '' })), word).to.equal(true)
    }
  })

  it('is none where it says what it is about, or anything but numbers', () => {
    const sumsUp = totalsTest(['id'])
    expect(sumsUp(cells({ name: 'Total', id: '88213', phone: '13800001001' }))).to.equal(false)
    expect(sumsUp(cells({ id: 'Total', name: 'Total Energies', phone: '' }))).to.equal(false)
    expect(sumsUp(cells({ id: '1', name: 'Total', phone: '' }))).to.equal(false)
    expect(sumsUp(cells({ id: '', name: '', phone: '' }))).to.equal(false)
  })

  it('is never one whose key is another word', () => {
    const key = fc.string({ minLength: 1 }).filter((text) => /^[a-s]/.test(text.trim()))
    const other = fc.constantFrom('Total', '合计', '12', '')
    fc.assert(
      fc.property(key, other, other, (id, before, behind) => {
        fc.pre(!/^(sum|gesamt|insgesamt|grand)/.test(id.trim()))
        expect(totalsTest(['id'])(cells({ before, id, behind }))).to.equal(false)
      }),
    )
  })
})

describe('a value that points to the one above', () => {
  after(forgetDatasets)

  it('is refused as typed, as it would join strangers', async () => {
    const text = 'shop_id,name,phone\n1,A,13800001001\n2,同上,〃\n3, Ditto ,13800001003\n'
    const read = await readAll(aDataset({ 'rows.csv': text }, { files }))
    const refused = read.map((row) => (row.kind === 'facts' ? row.facts.record.refused : []))
    expect(refused).to.deep.equal([
      [],
      [
        { field: 'name', value: '同上', reason: 'value-above' },
        { field: 'phone', value: '〃', reason: 'value-above' },
      ],
      [{ field: 'name', value: 'Ditto', reason: 'value-above' }],
    ])
    const [, second] = read
    expect(second?.kind === 'facts' && second.facts.edges).to.deep.equal([])
  })

  it('places no row', async () => {
    const read = await readAll(aDataset({ 'rows.csv': 'shop_id,name\n同上,A\n' }, { files }))
    expect(read.map((row) => row.kind === 'quarantined' && row.row.reason)).to.deep.equal([
      'value-above',
    ])
  })
})

function cells(row: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(row))
}

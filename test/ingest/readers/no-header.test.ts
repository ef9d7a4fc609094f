import { expect } from 'chai'
import fc from 'fast-check'

import { headerWords } from '../../../server/ingest/propose/header-words.ts'
import { firstRows } from '../../../server/ingest/readers/dialect.ts'
import { findHeader } from '../../../server/ingest/readers/header-place.ts'
import { aDataset, forgetDatasets, readAll } from '../support.ts'
import { workbookOf } from '../workbook.ts'

const dialect = { delimiter: ',', quote: '"' } as const
const rows = [
  ['5001', 'Lux Bag', '13800001001', '2025-01-01'],
  ['5002', 'Lux Belt', '13800001002', '2025-01-02'],
  ['5003', '', '13800001003', ''],
]
const columns = { shop_id: 'column 1', name: 'column 2', phone: 'column 3', opened_on: 'column 4' }
const constants = { platform: 'taobao.com' }

describe('a table without a header', () => {
  after(forgetDatasets)

  it('loses no row: the first is one, and columns are called by their place', async () => {
    const text = rows.map((cells) => `${cells.join(',')}\n`).join('')
    const book = await workbookOf([{ name: 'A', rows }])
    for (const [file, bytes] of [
      ['rows.csv', text],
      ['titled.csv', `Register,,,\n\n${text}`],
      ['rows.xlsx', book],
    ] as const) {
      const files = [{ file, kind: 'shop', columns, constants }]
      expect(await idsOf(aDataset({ [file]: bytes }, { files })), file).to.deep.equal([
        [1, '5001'],
        [2, '5002'],
        [3, '5003'],
      ])
    }
  })

  it('may be stated where nothing in it looks like a value', async () => {
    const entry = { file: 'rows.csv', kind: 'shop', constants, headerRowCount: 0 }
    const files = [{ ...entry, columns: { shop_id: 'column 2', name: 'column 1' } }]
    const folder = aDataset({ 'rows.csv': 'Lux Bag,a\nLux Belt,b\n' }, { files })
    expect(await idsOf(folder)).to.deep.equal([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  it('is told from one whose header is of words, years, days or numbers of a few digits', () => {
    for (const header of [
      'kauppa,2024-01-01,2024-02-01',
      'x,2024,2025',
      'nimi,puhelin,sposti',
      'phone,13800001000,b',
      '手机号,13800001000,b',
    ]) {
      const text = `${header}\n13800001001,12345678,a\n13800001002,12345679,a\n13800001003,1,a\n`
      expect(placeOf(text), header).to.have.property('headerRowCount', 1)
    }
    expect(placeOf('13800001001,b\n13800001002,c\n')).to.have.property('headerRowCount', 1)
  })

  it('is never found under a known name of a column, whatever stands below', () => {
    const cell = fc.oneof(
      fc.constantFrom('13800001001', 'a@b.cn', '2025-01-01', 'https://a.cn/', 'x'),
      fc.string().filter((text) => !/[",\r\n]/.test(text)),
    )
    const table = fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 9 })
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('Phone', '店铺名称', '手机号', 'Shop ID'),
        (cells, name) => {
          const below = cells.map((pair) => `${pair.join(',')}\n`).join('')
          expect(placeOf(`${name},13800001001\n${below}`).headerRowCount).to.be.at.least(1)
        },
      ),
    )
  })
})

function placeOf(text: string) {
  return findHeader(firstRows(text, dialect), {}, headerWords)
}

async function idsOf(folder: string): Promise<unknown[]> {
  const read = await readAll(folder)
  return read.map((row) => row.kind === 'facts' && [row.row, row.facts.record.fields.shop_id])
}

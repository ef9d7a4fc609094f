import { expect } from 'chai'
import fc from 'fast-check'

import { decimalFormsOf, pointed } from '../../server/ingest/decimal.ts'
import { proposeFile } from '../../server/ingest/propose/propose-file.ts'
import { sampleFile } from '../../server/ingest/propose/sample-file.ts'
import { aDataset, forgetDatasets, readAll } from './support.ts'

const locales = { ',': ['de', 'fr', 'ru', 'es'], '.': ['en', 'de-CH'] } as const

describe('numbers with a comma before their decimals', () => {
  after(forgetDatasets)

  it('are read as stated, as one value and as several, and what is written otherwise as it stands', async () => {
    const text =
      'platform;shop_id;listing_id;price\nx;1;a;1.250\nx;1;b;1.250,5\nx;1;c;12,50\nx;1;d;12.5\nx;1;e;3 Stück\n'
    const columns = { price: { column: 'price', decimal: ',' } }
    const files = [{ file: 'rows.csv', kind: 'listing', columns }]
    const read = await readAll(aDataset({ 'rows.csv': text }, { files }))
    const records = read.flatMap((row) => (row.kind === 'facts' ? [row.facts.record] : []))
    const prices = records.map(({ fields }) => fields.price)
    expect(prices).to.deep.equal(['1250', '1250.5', '12.50', '12.5', '3 Stück'])
    expect(records.flatMap(({ refused }) => refused.map(({ value }) => value))).to.deep.equal([
      '3 Stück',
    ])
  })

  it('mean what was written, in any country that writes so', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(number, fc.constantFrom(',' as const, '.' as const), (drawn, mark) => {
        for (const locale of locales[mark]) {
          const rounded = Math.round(drawn * 100) / 100
          const written = new Intl.NumberFormat(locale).format(rounded).replace('−', '-')
          expect(Number(pointed(written, mark)), written).to.equal(rounded)
        }
      }),
    )
  })

  it('are told by those that can be nothing else, and by none where they contradict', () => {
    const told = (...values: string[]) => decimalFormsOf(values)
    expect(told('1.250', '12,50', '7')).to.deep.equal({ marks: [','], unsure: undefined })
    expect(told('1,250', '12.50')).to.deep.equal({ marks: ['.'], unsure: undefined })
    expect(told('0.125', '1.250')).to.deep.equal({ marks: ['.'], unsure: undefined })
    expect(told('12,50', '12.50')).to.deep.equal({ marks: [], unsure: undefined })
    expect(told('7', '8')).to.deep.equal({ marks: [], unsure: undefined })
    expect(told('7', '1.299')).to.deep.equal({ marks: [',', '.'], unsure: '1.299' })
  })

  it('are proposed so, and asked for where no value tells', async () => {
    const priced = async (...prices: readonly string[]) => {
      const rows = prices.map((price, at) => `淘宝;s${at};l${at};${price}\n`)
      const folder = aDataset({ 'rows.csv': `平台;店铺ID;商品ID;价格\n${rows.join('')}` })
      return proposeFile(await sampleFile(`${folder}/rows.csv`, 'rows.csv'), { kind: 'listing' })
    }
    const sure = await priced('1.250', '12,50')
    expect(sure.entry.columns.price).to.deep.equal({ column: '价格', decimal: ',' })
    const unsure = await priced('1.250', '2.499')
    expect(unsure.entry.columns.price).to.equal('价格')
    const guess = unsure.proposed.fields.find(({ field }) => field === 'price')
    expect(guess).to.deep.include({ unsureDecimal: '1.250' })
  })
})

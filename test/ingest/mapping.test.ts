import { expect } from 'chai'

import { aDataset, forgetDatasets, readAll } from './support.ts'

/** The fields of the first row of `text` under a mapping. */
async function fieldsOf(
  text: string,
  entry: Readonly<Record<string, unknown>>,
  file = 'rows.csv',
): Promise<unknown> {
  const constants = { platform: 'taobao.com', ...(entry.constants ?? {}) }
  const files = [{ file, kind: 'shop', ...entry, constants }]
  const [read] = await readAll(aDataset({ [file]: text }, { files }))
  if (read?.kind !== 'facts') throw new Error(`quarantined: ${JSON.stringify(read?.row)}`)
  const { platform: _platform, ...fields } = read.facts.record.fields
  return fields
}

describe('a mapping', () => {
  after(forgetDatasets)

  it('takes a field from a column, trimmed and otherwise as typed', async () => {
    const columns = { shop_id: 'Id', name: 'Site name' }
    expect(await fieldsOf('Id,Site name\n7,"  The  Shop "\n', { columns })).to.deep.equal({
      shop_id: '7',
      name: 'The  Shop',
    })
  })

  it('leaves a field out when its cell is empty', async () => {
    expect(await fieldsOf('shop_id,name,phone\n7, ,\n', {})).to.deep.equal({ shop_id: '7' })
  })

  it('separates several values by | unless a split says otherwise', async () => {
    const columns = { email: { column: 'Mail', split: ';' } }
    const text = 'shop_id,phone,Mail\n7,1|2 | |3,a@b.cc; d@e.ff\n'
    expect(await fieldsOf(text, { columns })).to.deep.include({
      phone: ['1', '2', '3'],
      email: ['a@b.cc', 'd@e.ff'],
    })
  })

  it('separates them at any of several marks, and takes one part of all', async () => {
    const text = 'shop_id,phones\n7,138;139; 137/136\n'
    const split = [';', '/']
    expect(await fieldsOf(text, { columns: { phone: { column: 'phones', split } } })).to.deep.equal(
      { shop_id: '7', phone: ['138', '139', '137', '136'] },
    )
    const last = { column: 'phones', split, part: -1 }
    expect(await fieldsOf(text, { columns: { phone: last } })).to.deep.equal({
      shop_id: '7',
      phone: ['136'],
    })
  })

  it('takes one part of a split', async () => {
    const columns = { shop_id: { column: 'Url', split: '/', part: -1 } }
    expect(await fieldsOf('Url\nhttps://a.com/shop/88213\n', { columns })).to.deep.equal({
      shop_id: '88213',
    })
  })

  it('maps values, changes case, and puts text before and behind', async () => {
    const columns = {
      shop_id: { column: 'Id', upper: true, prefix: 'S-', suffix: '!' },
      closed_because: { column: 'Why', map: { fake: 'counterfeit' } },
      name: { column: 'Name', lower: true },
    }
    expect(await fieldsOf('Id,Why,Name\na1,fake,ACME\n', { columns })).to.deep.equal({
      shop_id: 'S-A1!',
      closed_because: 'counterfeit',
      name: 'acme',
    })
  })

  it('reads dates by their pattern, and keeps what does not fit it as typed', async () => {
    const columns = {
      opened_on: { column: 'From', date: 'dd/MM/yyyy' },
      closed_on: { column: 'To', date: 'dd/MM/yyyy' },
    }
    expect(
      await fieldsOf('shop_id,From,To\n7,14/03/2026,31/02/2026\n', { columns }),
    ).to.deep.include({ opened_on: '2026-03-14', closed_on: '31/02/2026' })
  })

  it('joins columns, the empty ones left out', async () => {
    const columns = {
      name: { columns: ['First', 'Middle', 'Last'] },
      phone: { columns: ['First', 'Last'], join: '|' },
    }
    expect(await fieldsOf('shop_id,First,Middle,Last\n7,1, ,2\n', { columns })).to.deep.equal({
      shop_id: '7',
      name: '1 2',
      phone: ['1', '2'],
    })
  })

  it('takes the row number and constants', async () => {
    const columns = { shop_id: { row: true, prefix: 'r-' }, name: { constant: 'N' } }
    const constants = { brand: ['A', 'B'] }
    expect(await fieldsOf('other\nx\n', { columns, constants })).to.deep.equal({
      shop_id: 'r-1',
      name: 'N',
      brand: ['A', 'B'],
    })
  })

  it('prefers a constant to a column that happens to carry the name of the field', async () => {
    const fields = await fieldsOf('shop_id,name\n7,x\n', { constants: { name: 'N' } })
    expect(fields).to.deep.include({ name: 'N' })
  })

  it('reads another delimiter when the entry names it', async () => {
    expect(await fieldsOf('shop_id;name\n7;a,b\n', { delimiter: ';' })).to.deep.include({
      name: 'a,b',
    })
    expect(await fieldsOf('shop_id\tname\n7\ta,b\n', {}, 'rows.tsv')).to.deep.include({
      name: 'a,b',
    })
  })

  it('takes lists as lists in NDJSON, where | is a letter like any other', async () => {
    const text = '{"shop_id":7,"phone":["1","2"],"brand":"a|b"}\n'
    expect(await fieldsOf(text, {}, 'rows.ndjson')).to.deep.equal({
      shop_id: '7',
      phone: ['1', '2'],
      brand: ['a|b'],
    })
  })
})

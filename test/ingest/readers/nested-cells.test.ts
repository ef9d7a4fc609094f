import { expect } from 'chai'
import fc from 'fast-check'

import { openDataset } from '../../../server/ingest/dataset.ts'
import { readNdjson } from '../../../server/ingest/readers/ndjson.ts'
import { aDataset, forgetDatasets, readAll } from '../support.ts'

/** `card` is longer than a number can be. */
const shop = {
  id: 'B1',
  contact: { email: 'a@qq.com', wechat: 'wx_1', office: { tel: ['138', '139'] } },
  accounts: [{ no: 'x1', type: 'alipay' }, { no: 'x2', card: 6.217e18 }, null],
  listings: [{ images: ['p', 'q'] }, { images: ['r'] }],
  'contact.wechat': 'own',
}

describe('objects inside a row of NDJSON', () => {
  after(forgetDatasets)

  it('are read by path, those of a list together, and a name that is written so as it is', async () => {
    const cells = await cellsOf(shop)
    expect(cells.get('contact.email')).to.equal('a@qq.com')
    expect(cells.get('contact.office.tel')).to.deep.equal(['138', '139'])
    expect(cells.get('accounts.no')).to.deep.equal(['x1', 'x2'])
    expect(cells.get('accounts.type')).to.equal('alipay')
    expect(cells.get('listings.images')).to.deep.equal(['p', 'q', 'r'])
    expect(cells.get('contact.wechat')).to.equal('own')
    expect(cells.get('accounts.card')).to.have.property('reason', 'number-imprecise')
    expect(cells.get('contact')).to.have.property('reason', 'value-nested')
  })

  it('give fields, and the report says which of them none takes and which none has', async () => {
    const columns = {
      ...{ shop_id: 'id', email: 'contact.email', account: 'accounts.no' },
      ...{ phone: 'contact.fax', device: 'accounts' },
    }
    const files = [{ file: 'a.ndjson', kind: 'shop', constants: { platform: 'x' }, columns }]
    const folder = aDataset({ 'a.ndjson': `${JSON.stringify(shop)}\n` }, { files })
    const [row] = await readAll(folder)
    expect(row?.kind === 'facts' && row.facts.record.fields).to.deep.include({
      email: ['a@qq.com'],
      account: ['x1', 'x2'],
    })
    const [file] = (await openDataset(folder)).files
    expect(file?.reading).to.deep.include({
      notFound: ['contact.fax'],
      notLoaded: [
        'contact.office.tel',
        'accounts.type',
        'accounts.card',
        'listings.images',
        'contact.wechat',
      ],
    })
  })

  it('are told of tables as well: columns that no field takes', async () => {
    const files = [{ file: 'a.csv', kind: 'shop' }]
    const text = 'platform,shop_id,phone ,Tel,Tel.2\nx,1,2,3,4\n'
    const [file] = (await openDataset(aDataset({ 'a.csv': text }, { files }))).files
    expect(file?.reading.notLoaded).to.deep.equal(['Tel', 'Tel.2'])
    expect(file?.reading).to.not.have.property('notFound')
  })

  it('never change what stands beside them, however deep they go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object({ maxDepth: 7 }), fc.string(), async (nested, beside) => {
        const cells = await cellsOf({ nested, beside })
        expect(cells.get('beside')).to.equal(beside)
        for (const [name, cell] of cells) {
          if (name.startsWith('nested.'))
            expect(cell).to.not.have.property('reason', 'value-nested')
        }
      }),
    )
  })
})

async function cellsOf(row: unknown) {
  const [read] = await all(readNdjson(inTurn(`${JSON.stringify(row)}\n`)))
  if (read === undefined) throw new Error('no row')
  return read.cells
}

async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = []
  for await (const row of rows) taken.push(row)
  return taken
}

async function* inTurn(text: string): AsyncGenerator<string> {
  yield text
}

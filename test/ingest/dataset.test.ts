import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { fingerprint } from '../../server/ingest/fingerprint.ts'
import { aDataset, forgetDatasets, readAll } from './support.ts'

const shops = { file: 'shops.csv', kind: 'shop' }
const twoShops = 'platform,shop_id,name\ntaobao.com,1,First\ntaobao.com,2,Second\n'

describe('a dataset', () => {
  after(forgetDatasets)

  it('opens by its folder and by its dataset.json alike', async () => {
    const folder = aDataset({ 'shops.csv': twoShops }, { files: [shops] })
    const dataset = await openDataset(folder)
    expect(await openDataset(join(folder, 'dataset.json'))).to.have.property('folder', folder)
    expect(dataset).to.include({ name: 'set', origin: 'test', licence: 'CC0-1.0', timeZone: 'UTC' })
    expect(dataset.files.map(({ file, kind }) => [file, kind])).to.deep.equal([
      ['shops.csv', 'shop'],
    ])
  })

  it('takes under what its data was collected, where it is stored and where it may go', async () => {
    const terms = { collectedUnder: 'agreement', storedIn: 'CN', mayGoTo: ['CN'] }
    const folder = aDataset({ 'shops.csv': twoShops }, { ...terms, files: [shops] })
    expect(await openDataset(folder)).to.deep.include(terms)
  })

  it('needs no mapping when its columns carry the names of fields', async () => {
    const read = await readAll(aDataset({ 'shops.csv': twoShops }, { files: [shops] }))
    expect(read.map((row) => row.kind === 'facts' && row.facts.nodes[0]?.key)).to.deep.equal([
      'shop:taobao.com/1',
      'shop:taobao.com/2',
    ])
  })

  it('has no rows in an empty NDJSON file and in a header alone', async () => {
    const json = { 'shops.ndjson': '' }
    const files = [{ file: 'shops.ndjson', kind: 'shop' }]
    expect(await readAll(aDataset(json, { files }))).to.deep.equal([])
    const header = { 'shops.csv': 'platform,shop_id\n' }
    expect(await readAll(aDataset(header, { files: [shops] }))).to.deep.equal([])
  })

  it('names the columns that it does not load', async () => {
    const text = 'platform,shop_id,fax\ntaobao.com,1,2\n'
    const { files } = await openDataset(aDataset({ 'shops.csv': text }, { files: [shops] }))
    expect(files[0]?.unusedColumns).to.deep.equal(['fax'])
  })
})

describe('a refusal', () => {
  after(forgetDatasets)

  const cases: Record<string, { text?: string | Uint8Array; description: object; says: RegExp[] }> =
    {
      'of a kind that there is not': {
        description: { files: [{ file: 'shops.csv', kind: 'boutique' }] },
        says: [/files\[0\]\.kind: a record kind is one of shop, life/],
      },
      'of truth, which is never loaded': {
        description: { files: [{ file: 'shops.csv', kind: 'truth' }] },
        says: [/truth .* is never loaded/],
      },
      'of a name in dataset.json that means nothing': {
        description: { files: [shops], asof: '2026-01-01' },
        says: [/Unrecognized key: "asof"/],
      },
      'of a description that leaves something out': {
        description: { files: [shops], licence: undefined },
        says: [/licence: /],
      },
      'of a date that does not exist': {
        description: { files: [shops], asOf: '2026-02-30' },
        says: [/asOf: /],
      },
      'of a time zone and a region that there is not': {
        description: { files: [shops], timeZone: 'Mars/Olympus', phoneRegion: 'XX' },
        says: [/timeZone: /, /phoneRegion: /],
      },
      'of a name that would read like a number’s scheme': {
        description: { files: [shops], name: 'CN' },
        says: [/name: a country code/],
      },
      'of no files': {
        description: { files: [] },
        says: [/files: a dataset names at least one file/],
      },
      'of a file named twice': {
        description: { files: [shops, shops] },
        says: [/shops\.csv twice/],
      },
      'of a file that is not there': {
        description: { files: [{ file: 'gone.csv', kind: 'shop' }] },
        says: [/gone\.csv/, /no such file/],
      },
      'of a file outside the folder': {
        description: { files: [{ file: '../truth/truth.csv', kind: 'shop' }] },
        says: [/lies outside its folder/],
      },
      'of a workbook that is none': {
        description: { files: [{ file: 'shops.xlsx', kind: 'shop' }] },
        says: [/shops\.xlsx is no XLSX workbook/, /save it as XLSX or CSV/],
      },
      'of a spreadsheet of another kind': {
        description: { files: [{ file: 'shops.ods', kind: 'shop' }] },
        says: [/shops\.ods is a spreadsheet of a kind that is not read/],
      },
      'of a file of no kind that is read': {
        description: { files: [{ file: 'shops.doc', kind: 'shop' }] },
        says: [/must end in \.csv/],
      },
      'of a mapping to a field that there is not': {
        description: { files: [{ ...shops, columns: { shopname: 'name' } }] },
        says: [/“shopname”/, /a shop record does not have/],
      },
      'of a mapping from a column that there is not': {
        description: { files: [{ ...shops, columns: { phone: 'Telephone' } }] },
        says: [/“Telephone”, which shops\.csv does not have/, /“platform”, “shop_id”, “name”/],
      },
      'of a field with both a column and a constant': {
        description: { files: [{ ...shops, columns: { name: 'name' }, constants: { name: 'x' } }] },
        says: [/“name” of shops\.csv both/],
      },
      'of a transform that there is not': {
        description: { files: [{ ...shops, columns: { name: { column: 'name', shout: true } } }] },
        says: [/files\[0\]\.columns\.name: Unrecognized key: "shout"/],
      },
      'of a column source that is none': {
        description: { files: [{ ...shops, columns: { name: 7 } }] },
        says: [/files\[0\]\.columns\.name: a field takes "Column"/],
      },
      'of a required field that nothing gives': {
        text: 'platform,id\ntaobao.com,1\n',
        description: { files: [shops] },
        says: [/shops\.csv has no column for “shop_id”/, /“platform”, “id”/],
      },
      'of the wrong delimiter, by the columns that it gives': {
        text: 'platform;shop_id\ntaobao.com;1\n',
        description: { files: [{ ...shops, delimiter: ',' }] },
        says: [/no column for “platform”, “shop_id”/, /columns found are “platform;shop_id”/],
      },
      'of text whose encoding nobody can tell': {
        text: Uint8Array.from([0x61, 0xe9, 0x2c, 0xff, 0x0a]),
        description: { files: [shops] },
        says: [/neither UTF-8, UTF-16 nor GB18030/, /"encoding"/],
      },
      'of two columns of one name': {
        text: 'platform,shop_id,name,name\n',
        description: { files: [shops] },
        says: [/two columns named “name”/],
      },
      'of a file without a header': {
        text: '',
        description: { files: [shops] },
        says: [/shops\.csv is empty/],
      },
      'of a header that never closes its quote': {
        text: '"platform,shop_id\n',
        description: { files: [shops] },
        says: [/The header of shops\.csv/],
      },
    }

  for (const [name, { text = twoShops, description, says }] of Object.entries(cases)) {
    it(name, async () => {
      const files = { 'shops.csv': text, 'shops.xlsx': '', 'shops.ods': '', 'shops.doc': '' }
      const message = await refused(aDataset(files, description as Record<string, unknown>))
      for (const part of says) expect(message).to.match(part)
      expect(message).to.match(/\.$/).and.not.match(/\n/)
    })
  }

  it('of JSON that does not stand in lines, in one piece or over several', async () => {
    for (const [file, text] of [
      ['a.json', '[{"platform":"x","shop_id":"1"}]'],
      ['a.ndjson', '[\n  {\n    "platform": "x"\n  }\n]'],
    ] as const) {
      const message = await refused(aDataset({ [file]: text }, { files: [{ file, kind: 'shop' }] }))
      expect(message).to.match(/is JSON that does not stand in lines; write one object a line/)
    }
  })

  it('of NDJSON whose objects never have a required field', async () => {
    const files = [{ file: 'a.ndjson', kind: 'shop' }]
    const text = '{"platform":"x","id":1}\n'
    expect(await refused(aDataset({ 'a.ndjson': text }, { files }))).to.match(/“shop_id”.*“id”/)
  })

  it('of bytes that are no text', async () => {
    const bytes = Buffer.concat([
      Buffer.from('platform,shop_id\n'),
      Buffer.from([0xff, 0xff, 0x80]),
    ])
    expect(await refused(aDataset({ 'shops.csv': bytes }, { files: [shops] }))).to.match(
      /neither UTF-8, UTF-16 nor GB18030/,
    )
  })

  it('of what is no dataset', async () => {
    const folder = aDataset({ 'shops.csv': twoShops }, { files: [shops] })
    expect(await refused(join(folder, 'nowhere'))).to.match(/There is nothing at/)
    expect(await refused(join(folder, 'shops.csv'))).to.match(/is a file and not a dataset/)
    writeFileSync(join(folder, 'dataset.json'), '{ "name": ')
    expect(await refused(folder)).to.match(/dataset\.json is not JSON/)
    rmSync(join(folder, 'dataset.json'))
    expect(await refused(folder)).to.match(/holds no dataset\.json/)
  })
})

describe('a cut-off file', () => {
  after(forgetDatasets)

  const cutOff: Record<string, [name: string, text: string | Uint8Array, row: RegExp]> = {
    'inside a quoted cell': [
      'a.csv',
      'platform,shop_id,name\nx,1,"A',
      /row 1 ends inside a quoted/,
    ],
    'inside its last row': [
      'a.csv',
      'platform,shop_id,name\nx,1,A\nx,2',
      /row 2 ends in the middle/,
    ],
    'inside an object': ['a.ndjson', '{"platform":"x","shop_id":1}\n{"plat', /row 2 ends/],
    'inside a character': [
      'a.csv',
      Buffer.from('platform,shop_id,name\nx,1,店\nx,2,店').subarray(0, -1),
      /after row 1: the file ends inside a character/,
    ],
  }
  for (const [where, [file, text, says]] of Object.entries(cutOff)) {
    it(`${where} is a failure that names file and row`, async () => {
      const folder = aDataset({ [file]: text }, { files: [{ file, kind: 'shop' }] })
      const error = await readAll(folder).catch((reason: unknown) => reason)
      expect(error).to.be.instanceOf(FailureError)
      expect((error as Error).message)
        .to.match(says)
        .and.include(`set/${file}`)
    })
  }
})

describe('a fingerprint', () => {
  after(forgetDatasets)

  it('stands for the bytes and for all of dataset.json that bears on them', async () => {
    const prints = []
    const other = { file: 'b.csv', kind: 'shop' }
    for (const [text, description] of [
      [twoShops, { files: [shops] }],
      [twoShops, { files: [shops, other] }],
      [`${twoShops}x,3,Third\n`, { files: [shops] }],
      [twoShops, { files: [{ ...shops, constants: { name: 'one' } }] }],
      [twoShops, { files: [shops], asOf: '2026-04-30' }],
    ] as const) {
      const dataset = await openDataset(
        aDataset({ 'shops.csv': text, 'b.csv': twoShops }, description),
      )
      for (const file of dataset.files.slice(0, 1)) prints.push(await fingerprint(dataset, file))
    }
    const distinct = (values: readonly string[]) => new Set(values).size
    expect(distinct(prints.map(({ sha256 }) => sha256))).to.equal(2)
    expect(distinct(prints.map(({ fingerprint }) => fingerprint))).to.equal(4)
    expect(prints[0]).to.deep.equal(prints[1])
  })
})

async function refused(path: string): Promise<string> {
  const error = await openDataset(path).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).to.be.instanceOf(RefusalError)
  return (error as Error).message
}

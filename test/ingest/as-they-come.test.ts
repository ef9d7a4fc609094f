import { gzipSync } from 'node:zlib'

import { expect } from 'chai'

import { FailureError, RefusalError } from '../../server/domain/failure.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { aDataset, forgetDatasets, readAll } from './support.ts'
import { workbookOf } from './workbook.ts'

const rows = [
  ['platform', 'shop_id', 'name'],
  ['taobao.com', '1', '莆田鞋店'],
  ['taobao.com', '2', '金莲花表行'],
]
const csv = rows.map((row) => `${row.join(',')}\n`).join('')
const ndjson = rows
  .slice(1)
  .map(([platform, shop_id, name]) => `${JSON.stringify({ platform, shop_id, name })}\n`)
  .join('')

/** 莆田鞋店 and 金莲花表行 as GBK. */
const gbk: Readonly<Record<string, string>> = {
  莆田鞋店: 'c6ceccefd0acb5ea',
  金莲花表行: 'bdf0c1abbba8b1edd0d0',
}

function inGbk(text: string): Buffer {
  const pieces = text.split(/(莆田鞋店|金莲花表行)/)
  return Buffer.concat(
    pieces.map((piece) => Buffer.from(gbk[piece] ?? piece, piece in gbk ? 'hex' : 'utf8')),
  )
}

describe('a file as it comes', () => {
  after(forgetDatasets)

  const files: Readonly<
    Record<string, [string, Uint8Array | (() => Promise<Uint8Array>), object]>
  > = {
    'UTF-8': ['a.csv', Buffer.from(csv), { encoding: 'utf-8', delimiter: ',' }],
    'UTF-8 with a mark': ['a.csv', Buffer.from(`\uFEFF${csv}`), { encoding: 'utf-8' }],
    'UTF-16': ['a.csv', Buffer.from(`\uFEFF${csv}`, 'utf16le'), { encoding: 'utf-16le' }],
    'UTF-16, big end first, without a mark': [
      'a.csv',
      Buffer.from(csv, 'utf16le').swap16(),
      { encoding: 'utf-16be' },
    ],
    GBK: ['a.csv', inGbk(csv), { encoding: 'gb18030' }],
    'semicolons in a .csv': ['a.csv', Buffer.from(csv.replaceAll(',', ';')), { delimiter: ';' }],
    'tabs in a .txt': ['a.txt', Buffer.from(csv.replaceAll(',', '\t')), { delimiter: '\t' }],
    'gzip of CSV': ['a.csv.gz', gzipSync(csv), { packed: 'gzip', delimiter: ',' }],
    'gzip of NDJSON': ['a.ndjson.gz', gzipSync(ndjson), { packed: 'gzip', format: 'ndjson' }],
    'gzip that does not say so': ['a.csv', gzipSync(csv), { packed: 'gzip' }],
    'a title above the header': [
      'a.csv',
      Buffer.from(`2025年度线索台账,,\n\n${csv}`),
      { delimiter: ',', skipRows: 1 },
    ],
    'titles above tabs in a .txt': [
      'a.txt',
      Buffer.from(`线索台账\n填报单位：某局\n${csv.replaceAll(',', '\t')}`),
      { delimiter: '\t', skipRows: 2 },
    ],
    'XLSX with a title': [
      'a.xlsx',
      () => workbookOf([{ name: '店铺', rows: [['线索台账'], [], ...rows] }]),
      { format: 'xlsx', skipRows: 1 },
    ],
    XLSX: [
      'a.xlsx',
      () => workbookOf([{ name: '店铺', rows }]),
      { format: 'xlsx', sheet: '店铺', otherSheets: [] },
    ],
  }
  for (const [name, [file, content, reading]] of Object.entries(files)) {
    it(`gives the same rows from ${name}, and says how it was read`, async () => {
      const bytes = typeof content === 'function' ? await content() : content
      const folder = aDataset({ [file]: bytes }, { files: [{ file, kind: 'shop' }] })
      expect(await fieldsIn(folder)).to.deep.equal([
        { platform: 'taobao.com', shop_id: '1', name: '莆田鞋店' },
        { platform: 'taobao.com', shop_id: '2', name: '金莲花表行' },
      ])
      const [opened] = (await openDataset(folder)).files
      expect(opened?.reading).to.deep.include({ stated: [], ...reading })
    })
  }

  it('takes what is stated over what it would find out', async () => {
    const entry = { file: 'a.csv', kind: 'shop', encoding: 'windows-1252', delimiter: ',' }
    const folder = aDataset({ 'a.csv': inGbk(csv) }, { files: [entry] })
    const [opened] = (await openDataset(folder)).files
    expect(opened?.reading).to.deep.include({ stated: ['encoding', 'delimiter'] })
    expect((await fieldsIn(folder))[0]).to.have.property('name', 'ÆÎÌïÐ¬µê')
  })

  it('is not guessed at where its bytes are neither Unicode nor Chinese in GB18030', async () => {
    const big5 = Buffer.from('b5a3ac4fa4a3a9f6a448a5cda94da5cda75c', 'hex')
    const folder = aDataset(
      {
        'a.csv': Buffer.concat([
          Buffer.from('platform,shop_id,name\nx,1,'),
          big5,
          Buffer.from('\n'),
        ]),
      },
      { files: [{ file: 'a.csv', kind: 'shop' }] },
    )
    const error = await openDataset(folder).catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(RefusalError)
    expect(String(error)).to.match(/name its "encoding"/)
  })

  it('fails where a packed one is cut off, and where it unpacks to far more than it is', async () => {
    const files = [{ file: 'a.csv.gz', kind: 'shop' }]
    const long = `${csv}${'taobao.com,3,x\n'.repeat(200_000)}`
    const packed = gzipSync(long)
    const cut = aDataset({ 'a.csv.gz': packed.subarray(0, packed.length - 20) }, { files })
    const cutError = await fieldsIn(cut).catch((thrown: unknown) => thrown)
    expect(cutError).to.be.instanceOf(FailureError)
    const bomb = aDataset({ 'a.csv.gz': gzipSync(`${csv}${'\n'.repeat(90 * 2 ** 20)}`) }, { files })
    const bombError = await fieldsIn(bomb).catch((thrown: unknown) => thrown)
    expect(String(bombError)).to.match(/unpacks to more than/)
  }).timeout(20_000)
})

async function fieldsIn(folder: string) {
  return (await readAll(folder)).map((read) =>
    read.kind === 'facts' ? { ...read.facts.record.fields } : read.row.cells,
  )
}

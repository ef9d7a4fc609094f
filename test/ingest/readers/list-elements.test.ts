import { expect } from 'chai'
import fc from 'fast-check'

import { openDataset } from '../../../server/ingest/dataset.ts'
import { readNdjsonBatches } from '../../../server/ingest/readers/ndjson.ts'
import { aDataset, forgetDatasets, readAll } from '../support.ts'

const shops = [
  {
    id: '1',
    listings: [
      { id: 'l1', title: '鞋', sku: { brand: 'Halvéa' } },
      { id: 'l2', title: '包' },
      null,
      { title: 'without a number' },
    ],
    accounts: [
      { type: '支付宝', no: 'a@b.com' },
      { type: '银行卡', no: '6222021234567890123' },
    ],
  },
  { id: '2', listings: [], accounts: null },
  { id: '3', listings: { id: 'l3', title: 'one alone' } },
]
const constants = { platform: 'taobao.com' }
const columns = {
  listing: {
    ...{ shop_id: 'id', listing_id: 'listings.id' },
    ...{ title: 'listings.title', brand: 'listings.sku.brand' },
  },
  account: {
    ...{ shop_id: 'id', value: 'accounts.no' },
    value_scheme: { column: 'accounts.type', map: { 支付宝: 'alipay', 银行卡: 'bank' } },
  },
}
const ofShops = { file: 's.ndjson', kind: 'shop', constants, columns: { shop_id: 'id' } }
const ofListings = {
  ...{ file: 's.ndjson', kind: 'listing', each: 'listings', constants },
  columns: columns.listing,
}
const ofAccounts = {
  ...{ file: 's.ndjson', kind: 'link', each: 'accounts', columns: columns.account },
  constants: { ...constants, kind: 'account' },
}
const lines = (objects: readonly unknown[]) =>
  objects.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('elements of a list in objects of NDJSON', () => {
  after(forgetDatasets)

  it('are a row each, with what stands around the list, and nothing where there are none', async () => {
    const folder = aDataset({ 's.ndjson': lines(shops) }, { files: [ofListings] })
    const read = await readAll(folder)
    const fields = read.map((row) => (row.kind === 'facts' ? row.facts.record.fields : row.row))
    expect(fields.slice(0, 2)).to.deep.equal([
      {
        ...{ platform: 'taobao.com', shop_id: '1', listing_id: 'l1', title: '鞋' },
        brand: 'Halvéa',
      },
      { platform: 'taobao.com', shop_id: '1', listing_id: 'l2', title: '包' },
    ])
    expect(fields[2]).to.include({ reason: 'field-missing', field: 'listing_id', row: 3 })
    expect(fields[3]).to.include({ shop_id: '3', listing_id: 'l3' })
    expect(read).to.have.length(4)
  })

  it('say with one value of what kind another is', async () => {
    const folder = aDataset({ 's.ndjson': lines(shops) }, { files: [ofAccounts] })
    const keys = (await readAll(folder)).flatMap((row) =>
      row.kind === 'facts' ? row.facts.edges.map(({ to }) => to) : [],
    )
    expect(keys).to.deep.equal(['account:alipay/a@b.com', 'account:bank/6222021234567890123'])
  })

  it('are sources of their own beside the objects, and nothing that one of them loads is told as left out', async () => {
    const files = [ofShops, ofListings, ofAccounts]
    const { files: opened } = await openDataset(aDataset({ 's.ndjson': lines(shops) }, { files }))
    expect(opened.map(({ file }) => file)).to.deep.equal([
      's.ndjson',
      's.ndjson#listings',
      's.ndjson#accounts',
    ])
    expect(opened.map(({ reading }) => reading.notLoaded)).to.deep.equal(Array(3).fill(undefined))
    expect(opened[1]?.reading).to.include({ format: 'ndjson', each: 'listings' })
  })

  it('are refused of a table, and twice of one list', async () => {
    const failure = (content: Record<string, string>, files: object[]) =>
      openDataset(aDataset(content, { files })).then(
        () => '',
        (error: unknown) => String(error),
      )
    const csv = { ...ofListings, file: 's.csv' }
    expect(await failure({ 's.csv': 'id\n1\n' }, [csv])).to.match(
      /s\.csv are cells.+“listings” means nothing there; take it out/,
    )
    const ndjson = { 's.ndjson': lines(shops) }
    expect(await failure(ndjson, [ofListings, ofListings])).to.match(/names s\.ndjson twice/)
  })

  it('of lists in lists have what stands in each object on the way', async () => {
    const objects = [
      { on: 'd', shops: [{ id: '1', listings: [{ id: 'a' }, { id: 'b' }] }, { id: '2' }, 'x'] },
      { 'shops.listings': ['plain', ['p', 'q']] },
      { shops: [{ id: '3', listings: ['c', [{}]] }] },
    ]
    const rows = await read(lines(objects), 'shops.listings')
    const names = ['on', 'shops.id', 'shops.listings.id', 'shops.listings']
    expect(rows.map(({ cells }) => names.map((name) => cells.get(name)))).to.deep.equal([
      ['d', '1', 'a', undefined],
      ['d', '1', 'b', undefined],
      [undefined, undefined, undefined, 'plain'],
      [undefined, undefined, undefined, ['p', 'q']],
      [undefined, '3', undefined, 'c'],
      [undefined, '3', undefined, { typed: '[{}]', reason: 'value-nested' }],
    ])
    expect([...(rows[0]?.cells.keys() ?? [])]).to.deep.equal([
      'on',
      'shops.id',
      'shops.listings.id',
    ])
  })

  it('are as many rows as there are elements and lines without an object, numbered in their order', async () => {
    const aLine = fc.oneof(
      fc.constantFrom('[1]', 'null', 'no json', ''),
      fc.array(fc.constantFrom('1', '{"a":1}', 'null')).map((list) => `{"l":[${list}]}`),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(aLine), async (some) => {
        const rows = await read(some.map((line) => `${line}\n`).join(''), 'l')
        const given = some.flatMap((line) => {
          if (line === '') return []
          return line.startsWith('{"l"') ? JSON.parse(line).l.filter(Boolean) : [line]
        })
        expect(rows.map(({ row }) => row)).to.deep.equal(given.map((_, at) => at + 1))
      }),
    )
  })

  it('come in parts of bounded size, however many a line has', async () => {
    const list = Array.from({ length: 20_000 }, (_, at) => ({ at }))
    const sizes: number[] = []
    for await (const rows of readNdjsonBatches(text(lines([{ id: 1, list }])), 'list')) {
      sizes.push(rows.length)
    }
    expect(Math.max(...sizes)).to.be.at.most(4_096)
    expect(sizes.reduce((sum, size) => sum + size, 0)).to.equal(20_000)
  })
})

async function read(content: string, each: string) {
  const rows = []
  for await (const batch of readNdjsonBatches(text(content), each)) rows.push(...batch)
  return rows
}

async function* text(content: string): AsyncGenerator<string> {
  yield content
}

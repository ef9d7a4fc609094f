import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import { type GraphMap, readGraphMap } from '../../server/ingest/graph-map.ts'

const seller = { label: 'Seller', key: 'id', kind: 'shop' }
const end = { label: 'Phone', key: 'number' }
const uses = { type: 'USES', from: { label: 'Seller', key: 'id' }, to: end, kind: 'link' }

async function read(tables: readonly object[], over: object = {}): Promise<GraphMap> {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-map-'))
  const path = join(folder, 'map.json')
  const terms = { name: 'theirs', source: 'them', licence: 'internal', asOf: '2026-03-31' }
  writeFileSync(path, JSON.stringify({ ...terms, tables, ...over }))
  return readGraphMap(path).finally(() => rmSync(folder, { recursive: true }))
}

async function refusalOf(tables: readonly object[], over: object = {}): Promise<string> {
  const thrown = await read(tables, over).catch((error: unknown) => error)
  expect(thrown).to.be.instanceOf(RefusalError)
  return (thrown as Error).message
}

describe('a map of a graph', () => {
  it('names its tables as they are matched, or as it says', async () => {
    const { tables } = await read([seller, uses, { ...seller, name: 'sellers' }])
    expect(tables.map(({ name }) => name)).to.deep.equal([
      '(:Seller {id})',
      '(:Seller {id})-[:USES]->(:Phone {number})',
      'sellers',
    ])
  })

  const refused: readonly [title: string, tables: readonly object[], because: RegExp][] = [
    ['no table', [], /tables: a map names at least one label/],
    ['a kind that is none', [{ ...seller, kind: 'shp' }], /tables\[0\]\.kind: a record kind is/],
    ['a node without key', [{ label: 'Seller', kind: 'shop' }], /tables\[0\]\.key/],
    ['a relation without its end', [{ ...uses, to: undefined }], /tables\[0\]\.to/],
    ['what it does not know', [{ ...seller, file: 'a.csv' }], /Unrecognized key: "file"/],
    ['a name that ends its quotes', [{ ...seller, label: 'a`) DETACH' }], /label: a name is text/],
    ['a name that is written as a code', [{ ...seller, key: 'a\\u0060' }], /key: a name is text/],
    ['two tables of one name', [seller, seller], /reads \(:Seller \{id\}\) twice.*give one/],
  ]
  for (const [title, tables, because] of refused) {
    it(`is refused for ${title}`, async () => {
      expect(await refusalOf(tables)).to.match(because)
    })
  }

  it('is refused where there is no file', async () => {
    const thrown = await readGraphMap('/nowhere/map.json').catch((error: unknown) => error)
    expect(String(thrown)).to.match(/There is no file at \/nowhere\/map\.json/)
  })
})

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { writeImportFiles } from '../../server/store/neo4j/import-files.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { neo4jFilledFrom, neo4jForTests } from '../support/neo4j-server.ts'
import {
  all,
  aQuarantinedRow,
  aRun,
  aSource,
  at,
  day,
  edge,
  facts,
  key,
  load,
  node,
} from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const server = await neo4jForTests()

describe('files for the importer of Neo4j', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'revenant-import-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('say of each file what its rows are, and quote what a text holds', async () => {
    await using store = await filled()
    const files = await write(store, folder)
    const told = await readFile(join(folder, 'import.args'), 'utf8')
    expect(told).to.match(/^--nodes=RevenantStore=nodes-1\.csv$/m)
    expect(told).to.match(/^--relationships=REACHED_AT=relationships-\d+\.csv$/m)
    expect(told).to.match(/^--multiline-fields=true$/m)
    expect(files.rows).to.equal(19)
  })

  it('are not written over others', async () => {
    await using store = await filled()
    await writeFile(join(folder, 'mine'), '')
    expect(await failureOf(write(store, folder))).to.match(/is not empty/)
  })

  it('are refused where the store holds more than was loaded, and nothing is left out', async () => {
    await using store = await filled()
    await load(store, [facts('9')], aSource('demo/shops.csv', { loadedAt: at(2) }))
    expect(await failureOf(write(store, folder))).to.match(/holds superseded rows/)
    await store.publishRun(aRun(), { links: [], rings: [], attributions: [] })
    expect(await failureOf(write(store, folder))).to.match(/holds runs/)
  })

  it('are refused where a list holds what divides lists', async () => {
    await using store = await embedded()
    await load(store, [
      facts('1', { nodes: [node('shop:a', { properties: { brands: ['a\u001Fb'] } })] }),
    ])
    expect(await failureOf(write(store, folder))).to.match(/U\+001F/)
  })

  if ('uri' in server) {
    it('fill a database that is the same store', async function () {
      // The importer and a server of its own have to start.
      this.timeout(300_000)
      await using store = await filled()
      await write(store, folder)
      const { uri, end } = await neo4jFilledFrom(folder)
      try {
        await using imported = await openStore(uri, { ...process.env, REVENANT_FILES: folder })
        expect(await all(imported.dump())).to.deep.equal(await all(store.dump()))
        expect(await imported.canonicalHash()).to.equal(await store.canonicalHash())
        expect(await folded(imported)).to.deep.equal(await folded(store))
        for (const text of ['海在', 'Li"s', '表行']) {
          const [found, wanted] = await Promise.all(
            [imported, store].map((one) => one.search(text, { limit: 9 })),
          )
          expect(found).to.deep.equal(wanted)
        }
        const source = 'demo/more.csv'
        await load(imported, [facts('7', { source })], aSource(source))
        expect((await imported.stats()).records).to.equal(4)
      } finally {
        await end()
      }
    })
  }
})

/** In one order, as none is promised. */
async function folded(store: Store) {
  const [nodes, edges] = [await all(store.foldedNodes()), await all(store.foldedEdges())]
  return [...nodes, ...edges].map((one) => canonicalJson(one)).toSorted()
}

function write(store: Store, folder: string) {
  return writeImportFiles(store, folder, () => undefined)
}

function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => '',
    (error: Error) => error.message,
  )
}

function embedded(): Promise<Store> {
  const open = stores.embedded
  if (open === undefined) throw new Error('there is no store')
  return open()
}

/** Texts that a file has to quote, values of every type, a relation twice, a record that is about what it does not name, and a row that was refused. */
async function filled(): Promise<Store> {
  const store = await embedded()
  const seen = { firstSeen: day('2024-01-02'), lastSeen: day('2024-02-03') }
  const rows = [
    facts('1', {
      nodes: [
        node('shop:taobao.com/a,"b"', { name: '海在\n名表行', ...seen }),
        node('shop:b', { properties: { floor: 2, share: 0.5, open: true, brands: ['A;B', 'C'] } }),
      ],
      edges: [
        edge('shop:taobao.com/a,"b"', 'REACHED_AT', 'contact:phone/1', seen),
        edge('shop:taobao.com/a,"b"', 'REACHED_AT', 'contact:phone/1', { discriminator: '𠮷' }),
      ],
    }),
    facts('2', {
      nodes: [node('shop:b', { name: 'Li"s\\' })],
      edges: [edge('shop:b', 'REACHED_AT', 'contact:phone/1', { properties: { role: '' } })],
    }),
    facts('3', { kind: 'parcel', about: [key('shop:elsewhere')] }),
  ]
  await store.putQuarantine('demo/shops.csv', [aQuarantinedRow(4)])
  await store.putFacts('demo/shops.csv', rows, at(1))
  await store.finishSource(aSource(), new Set(rows.map(({ record }) => record.hash)) as never, [4])
  await store.finishLoad()
  return store
}

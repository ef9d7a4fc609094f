import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'
import { Neo4jError } from 'neo4j-driver'

import { EpochMs } from '../../server/domain/units.ts'
import { GraphMap } from '../../server/ingest/graph-map.ts'
import { adoptGraph } from '../../server/jobs/adopt.ts'
import { collect } from '../../server/jobs/collect.ts'
import { loadDatasets } from '../../server/jobs/load.ts'
import { mapGraph } from '../../server/jobs/map-graph.ts'
import { withdrawDataset } from '../../server/jobs/withdraw.ts'
import { openForeignGraph } from '../../server/store/foreign-graph.ts'
import { connect } from '../../server/store/neo4j/connection.ts'
import type { Store } from '../../server/store/port.ts'
import { revenant } from '../cli/command-line.ts'
import { startServer } from '../cli/server-process.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { onNeo4j, stores } from '../support/stores.ts'
import { smallFiles, temporaryFolder, writeDataset } from './small-dataset.ts'

const server = await neo4jForTests()
const at = EpochMs.parse(1_700_000_000_000)
const options = { at, onProgress: () => undefined }

const links = [
  'platform,shop_id,kind,value,first_seen',
  'taobao.com,101,device,d-7,2024-01-11',
  'taobao.com,102,device,d-7,2024-03-09',
  'jd.com,201,device,d-8,',
]
const files = { ...smallFiles, 'link.csv': `${links.join('\n')}\n` }

/** The same rows as a graph: shops and events as nodes, what links to a device as relations. */
const shopTable = { name: 'shop.csv', label: 'Seller', key: 'shop_id', kind: 'shop' }
const eventTable = { name: 'event.csv', label: '事件', key: 'subject', kind: 'event' }
const linkTable = {
  ...{ name: 'link.csv', type: 'LOGGED_IN_FROM', kind: 'link', constants: { kind: 'device' } },
  from: { label: 'Seller', key: 'shop_id' },
  to: { label: 'Device', key: 'id' },
  columns: {
    platform: 'from.platform',
    shop_id: 'from.shop_id',
    value: 'to.id',
    first_seen: 'since',
  },
}
const tables = [shopTable, eventTable, linkTable]

function aMapText() {
  const terms = { name: 'small', source: 'invented for a test', licence: 'MIT', asOf: '2024-07-31' }
  return { ...terms, timeZone: 'Asia/Shanghai', phoneRegion: 'CN', tables }
}

function aMap(over: object = {}): GraphMap {
  return GraphMap.parse({ ...aMapText(), ...over })
}

/** Rows of a file by column, empty cells left out, as nobody keeps those in a graph. */
function rowsOf(text: string): Record<string, string>[] {
  const [header = '', ...rows] = text.trimEnd().split('\n')
  const names = header.split(',')
  return rows.map((row) =>
    Object.fromEntries(
      row.split(',').flatMap((cell, column) => (cell === '' ? [] : [[names[column], cell]])),
    ),
  )
}

const statements: Readonly<Record<keyof typeof files, string>> = {
  'shop.csv':
    'UNWIND $rows AS row CREATE (seller:Seller) SET seller = row, seller.opened_on = date(row.opened_on)',
  'event.csv': 'UNWIND $rows AS row CREATE (event:事件) SET event = row',
  'link.csv': `UNWIND $rows AS row
    MATCH (seller:Seller {platform: row.platform, shop_id: row.shop_id})
    MERGE (device:Device {id: row.value})
    CREATE (seller)-[:LOGGED_IN_FROM {since: date(row.first_seen)}]->(device)`,
}

async function putGraph(uri: string, order: (rows: object[]) => object[] = (rows) => rows) {
  await onNeo4j(uri, 'MATCH (node) DETACH DELETE node')
  for (const [file, text] of Object.entries(files)) {
    await onNeo4j(uri, statements[file as keyof typeof files], { rows: order(rowsOf(text)) })
  }
}

async function adopt(store: Store, uri: string, map = aMap(), over = {}) {
  await using graph = await openForeignGraph(uri, process.env)
  const mapped = await mapGraph(graph, map)
  const [report] = await adoptGraph(store, graph, { map, tables: mapped }, { ...options, ...over })
  if (report === undefined) throw new Error('nothing was reported')
  return report
}

async function messageOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was thrown',
    (error: Error) => error.message,
  )
}

async function anEmptyStore(): Promise<Store> {
  const store = await stores.embedded?.()
  if (store === undefined) throw new Error('there is no store')
  return store
}

if ('uri' in server) {
  const { uri } = server
  describe('a graph that somebody else keeps', () => {
    beforeEach(() => putGraph(uri))
    after(() => onNeo4j(uri, 'MATCH (node) DETACH DELETE node'))

    it('says what the same rows say in files, record by record', async () => {
      using temporary = temporaryFolder()
      await using fromFiles = await anEmptyStore()
      await loadDatasets(fromFiles, [writeDataset(temporary.path, 'small', { files })], options)
      const expected = await fromFiles.canonicalHash()
      for (const order of [(rows: object[]) => rows, (rows: object[]) => rows.toReversed()]) {
        await putGraph(uri, order)
        await using store = await anEmptyStore()
        const report = await adopt(store, uri)
        expect([report.rows, report.accepted]).to.deep.equal([11, 11])
        expect(await store.canonicalHash()).to.equal(expected)
      }
    })

    it('is as it was afterwards, and the server itself refuses to write', async () => {
      const count =
        'MATCH (node) OPTIONAL MATCH (node)-[r]->() RETURN properties(node), labels(node), properties(r) ORDER BY elementId(node), elementId(r)'
      const indexes = 'SHOW INDEXES YIELD name RETURN name ORDER BY name'
      const stateOf = async () =>
        JSON.stringify([await onNeo4j(uri, count), await onNeo4j(uri, indexes)].map(recordsOf))
      const before = await stateOf()
      await using store = await anEmptyStore()
      await adopt(store, uri)
      expect(await stateOf()).to.equal(before)
      await using connection = await connect(uri, process.env)
      const refused = await connection
        .read(async (runner) => runner.run('CREATE (:Written)'))
        .catch((error: unknown) => error)
      expect(refused).to.be.instanceOf(Neo4jError)
      expect((refused as Neo4jError).code).to.equal('Neo.ClientError.Statement.AccessMode')
    })

    it('is told apart in every report: which graph, which pattern, which key', async () => {
      await using store = await anEmptyStore()
      const { files: reports } = await adopt(store, uri, aMap({ tables: [linkTable] }))
      expect(reports[0]?.reading).to.deep.equal({
        format: 'graph',
        graph: `${uri}?database=neo4j`,
        pattern: '(:Seller {shop_id})-[:LOGGED_IN_FROM]->(:Device {id})',
        key: ['from.shop_id', 'to.id'],
        stated: [],
      })
      expect((await store.source('small/link.csv'))?.report.reading).to.deep.equal(
        reports[0]?.reading,
      )
    })

    it('changes nothing when it is adopted again, and what has changed in it replaces what was', async () => {
      await using store = await anEmptyStore()
      await adopt(store, uri)
      const before = await store.canonicalHash()
      expect((await adopt(store, uri)).unchanged).to.equal(3)
      expect(await store.canonicalHash()).to.equal(before)
      await onNeo4j(uri, "MATCH (seller:Seller {shop_id: '101'}) SET seller.name = 'Renamed'")
      expect((await adopt(store, uri)).unchanged).to.equal(2)
      expect((await store.node('shop:taobao.com/101'))?.name).to.equal('Renamed')
      await withdrawDataset(store, 'small', at)
      expect((await store.stats()).nodes).to.deep.equal({})
    })

    it('quarantines a node that cannot be placed, with the reason', async () => {
      await onNeo4j(uri, "CREATE (:Seller {platform: 'jd.com', name: 'No number'})")
      await using store = await anEmptyStore()
      const report = await adopt(store, uri, aMap({ tables: [shopTable] }))
      expect([report.accepted, report.quarantined]).to.deep.equal([6, 1])
      const [row] = await collect(store.scanQuarantine())
      expect([row?.row, row?.field, row?.reason]).to.deep.equal([7, 'shop_id', 'field-missing'])
    })

    it('is held when it is not as its map expects', async () => {
      await using store = await anEmptyStore()
      const map = aMap({ tables: [{ ...shopTable, expect: { rows: 60 } }] })
      expect(await messageOf(adopt(store, uri, map))).to.match(/^Held, and nothing was loaded/)
      expect(await store.sources()).to.deep.equal([])
      expect((await adopt(store, uri, map, { acceptUnexpected: true })).accepted).to.equal(6)
    })

    it('leaves no password in a store, nor rows in the temporary folder', async () => {
      using temporary = temporaryFolder()
      const usual = process.env.TMPDIR
      await using store = await anEmptyStore()
      await using graph = await openForeignGraph(uri, {
        REVENANT_GRAPH_USERNAME: 'neo4j',
        REVENANT_GRAPH_PASSWORD: process.env.NEO4J_PASSWORD ?? 'a-secret-word',
      })
      const map = aMap()
      const mapped = await mapGraph(graph, map)
      process.env.TMPDIR = temporary.path
      await adoptGraph(store, graph, { map, tables: mapped }, options).finally(() => {
        if (usual === undefined) delete process.env.TMPDIR
        else process.env.TMPDIR = usual
      })
      expect(readdirSync(temporary.path)).to.deep.equal([])
      expect((await collect(store.dump())).join('\n')).not.to.include('a-secret-word')
    })

    it('is fetched by the command and handed to the server that owns the store, without a way to the graph', async () => {
      using temporary = temporaryFolder()
      await using serving = await startServer(temporary.path, 0)
      const map = { ...aMapText(), graph: uri }
      writeFileSync(join(temporary.path, 'map.json'), JSON.stringify(map))
      const environment = Object.fromEntries(
        Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
      )
      const { code, out, err } = await revenant(temporary.path, ['adopt', 'map.json'], environment)
      expect(code, err).to.equal(0)
      expect(err).to.match(/fetching from the graph/)
      await using here = await anEmptyStore()
      expect(JSON.parse(out)).to.deep.equal(await adopt(here, uri))
      const answer = await fetch(`${serving.address}/api/sources`)
      const { items } = (await answer.json()) as { items: { dataset: string }[] }
      expect(items.map(({ dataset }) => dataset)).to.deep.equal(['small', 'small', 'small'])
      const strange = await fetch(`${serving.address}/api/adoptions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ folder: temporary.path }),
      })
      expect(await strange.json()).to.deep.include({ type: 'dataset-refused', status: 422 })
      const away = await revenant(temporary.path, [
        'adopt',
        'map.json',
        '--graph',
        'bolt://127.0.0.1:9',
      ])
      expect(away.code).to.equal(1)
    }).timeout(120_000)

    const told: readonly [title: string, table: object, because: RegExp][] = [
      ['a label', { ...shopTable, label: 'Sellers' }, /no node labelled “Sellers”.*“Seller”/],
      ['a type', { ...linkTable, type: 'USES' }, /no relation of type “USES”.*“LOGGED_IN_FROM”/],
      ['a property', { ...shopTable, columns: { name: 'title' } }, /no property “title”.*“name”/],
      ['a key', { ...shopTable, key: 'sid' }, /no property “sid”.*“shop_id”/],
      [
        'a direction',
        { ...linkTable, from: linkTable.to, to: linkTable.from },
        /nothing like .*relations of that type are \(:Seller\)-\[:LOGGED_IN_FROM\]->\(:Device\)/,
      ],
      [
        'a field',
        { ...shopTable, columns: { title: 'name' } },
        /which a shop record does not have/,
      ],
      ['a required field', { ...eventTable, kind: 'right' }, /which every right record needs/],
    ]
    for (const [title, table, because] of told) {
      it(`has its map refused for ${title} that there is not, with those that there are`, async () => {
        await using store = await anEmptyStore()
        expect(await messageOf(adopt(store, uri, aMap({ tables: [table] })))).to.match(because)
      })
    }

    it('that is a store of ours is refused', async () => {
      await onNeo4j(uri, 'CREATE (:RevenantStore {version: 5})')
      await using store = await anEmptyStore()
      expect(await messageOf(adopt(store, uri))).to.match(/holds a store of Revenant.*copy/)
    })
  })
}

function recordsOf({ records }: { readonly records: readonly { toObject(): object }[] }) {
  return records.map((record) => record.toObject())
}

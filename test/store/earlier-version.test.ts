import { expect } from 'chai'

import type { FoldState } from '../../server/domain/fold-state.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { tokens } from '../../server/store/name-grams.ts'
import { openStore } from '../../server/store/open-store.ts'
import { pastGraph } from '../../server/store/past-graph.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { aSource, at, edge, facts, load, node } from '../support/store-builders.ts'
import { onNeo4j, stores } from '../support/stores.ts'
import { withWideRecords } from '../support/wide-records.ts'

const server = await neo4jForTests()
const shop = 'shop:taobao.com/1'
const person = 'identity:a/1/张三'
const phone = 'contact:phone/+861'

/** One dataset calls a shop and a person by names, and another, loaded since, by others; one of each kind of record has ended. */
async function fill(store: Store): Promise<void> {
  const said = (id: string, dataset: string, names: Readonly<Record<string, string>>) =>
    facts(id, {
      source: `${dataset}/shops.csv`,
      nodes: [...Object.entries(names).map(([key, name]) => node(key, { name })), node(phone)],
      edges: [edge(shop, 'REACHED_AT', phone)],
    })
  const put = (dataset: string, ms: number, ...rows: Record<string, string>[]) =>
    load(
      store,
      rows.map((names, row) => said(`${row}`, dataset, names)),
      aSource(`${dataset}/shops.csv`, { dataset, loadedAt: at(ms) }),
    )
  await put('a', 10, { [shop]: '海在' }, { [shop]: 'Heron', [person]: '' })
  await put('b', 20, { [shop]: '莲花', [person]: '王五' })
  await put('a', 30, { [shop]: '海在' })
}

const texts = ['海在', 'heron', '莲花', 'hz', '海在 莲花', 'zhangsan', '王五', '+861']

/** What a search of now, and of each earlier moment, finds, and as what. */
async function found(store: Store): Promise<object> {
  const times = [15, 25, 35].map((ms) => pastGraph(store, { knownAt: at(ms) }))
  const searches = [store, ...times].map((graph) =>
    Promise.all(texts.map((text) => graph.search(text, { limit: 9 }))),
  )
  return { hash: await store.canonicalHash(), found: await Promise.all(searches) }
}

interface Kept {
  readonly key: string
  readonly state: string
}

/** As versions wrote nodes that knew of each the name that counts alone. */
function asBefore({ key, state }: Kept) {
  const { otherNames: _otherNames, ...kept } = JSON.parse(state) as FoldState
  return { key, state: JSON.stringify(kept), tokens: tokens(`${key} ${kept.name?.[0] ?? ''}`) }
}

describe('an embedded store of a version that found things by the name that counts alone', () => {
  const earlier = async (folder: string) => {
    const told = await (async () => {
      await using store = await openStore(folder, {})
      await fill(store)
      return await found(store)
    })()
    using database = await openDatabase(`${folder}/store.sqlite`, { busyTimeoutMs: 1_000 })
    for (const kept of database.all<Kept>('SELECT key, state FROM nodes')) {
      const { tokens: indexed, ...row } = asBefore(kept)
      database.run('UPDATE nodes SET state = $state WHERE key = $key', row)
      database.run(
        'INSERT OR REPLACE INTO node_search (rowid, tokens) SELECT id, $indexed FROM nodes WHERE key = $key',
        { indexed, key: row.key },
      )
    }
    withWideRecords(database)
    database.script('DROP TABLE ended_said; DROP TABLE ended_search; PRAGMA user_version = 7')
    return told
  }

  it('finds them by every name once it was opened, now and in the past', async () => {
    using folder = temporaryFolder()
    const told = await earlier(folder.path)
    await using store = await openStore(folder.path, {})
    expect(await found(store)).to.deep.equal(told)
  })

  it('is left as it was where it cannot be brought up to date whole', async () => {
    using folder = temporaryFolder()
    const told = await earlier(folder.path)
    const path = `${folder.path}/store.sqlite`
    const spoil = 'UPDATE records SET facts = $facts WHERE id = (SELECT max(id) FROM records)'
    using database = await openDatabase(path, { busyTimeoutMs: 1_000 })
    const kept = database.get<{ facts: string }>(
      'SELECT facts FROM records ORDER BY id DESC LIMIT 1',
    )
    const nodes = () => database.all('SELECT key, state FROM nodes ORDER BY key')
    const before = nodes()
    database.run(spoil, { facts: 'spoilt' })
    const failed = await openStore(folder.path, {}).then(
      () => false,
      () => true,
    )
    expect(failed).to.equal(true)
    expect(nodes()).to.deep.equal(before)
    expect(database.get<object>('PRAGMA user_version')).to.include({ user_version: 7 })
    database.run(spoil, { facts: kept?.facts ?? '' })
    await using store = await openStore(folder.path, {})
    expect(await found(store)).to.deep.equal(told)
  })
})

if ('uri' in server) {
  const { uri } = server
  describe('a Neo4j store of a version that found things by the name that counts alone', () => {
    it('finds them by every name once it was opened, now and in the past', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      await fill(store)
      const told = await found(store)
      const { records } = await onNeo4j(
        uri,
        'MATCH (thing:Thing) RETURN thing.key AS key, thing._state AS state',
      )
      const rows = records.map((record) => asBefore(record.toObject() as Kept))
      await onNeo4j(
        uri,
        `UNWIND $rows AS row MATCH (thing:Thing {key: row.key})
         SET thing._state = row.state, thing._tokens = row.tokens`,
        { rows },
      )
      await onNeo4j(
        uri,
        `MATCH (record:EndedRecord) OPTIONAL MATCH (record)-[named:NAMED]->()
         REMOVE record:EndedRecord DELETE named`,
      )
      await onNeo4j(uri, 'MATCH (store:RevenantStore) SET store.version = 4')
      expect(await found(store)).not.to.deep.equal(told)
      await using again = await openStore(uri, process.env)
      expect(await found(again)).to.deep.equal(told)
    })
  })
}

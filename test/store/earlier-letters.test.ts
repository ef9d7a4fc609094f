import { expect } from 'chai'

import { openDatabase } from '../../server/store/embedded/database.ts'
import { tokens } from '../../server/store/name-grams.ts'
import { openStore } from '../../server/store/open-store.ts'
import { pastGraph } from '../../server/store/past-graph.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { aSource, at, facts, load, node } from '../support/store-builders.ts'
import { onNeo4j, stores } from '../support/stores.ts'

const server = await neo4jForTests()
const shop = 'shop:a.example/1'

/** A shop that was called by one name and is called by another now, beside one that was never called in any other script. */
async function fill(store: Store): Promise<void> {
  for (const [ms, name] of [
    [10, 'रीमा'],
    [20, 'Işık'],
  ] as const) {
    const rows = [{ [shop]: name }, { 'shop:a.example/2': 'Heron' }].map((names, row) =>
      facts(`${ms}${row}`, {
        source: 'a/shops.csv',
        nodes: Object.entries(names).map(([key, called]) => node(key, { name: called })),
      }),
    )
    await load(store, rows, aSource('a/shops.csv', { dataset: 'a', loadedAt: at(ms) }))
  }
}

/** What is found now, and of the time when the first name was current. */
async function found(store: Store): Promise<object> {
  const past = pastGraph(store, { knownAt: at(15) })
  const asked = ['रीमा', 'रीम', 'IŞIK', 'isik', 'heron'].flatMap((text) =>
    [store, past].map((graph) => graph.search(text, { limit: 9 })),
  )
  return await Promise.all(asked)
}

/** As versions wrote it that took marks of letters for gaps, and ı for no i. */
const before = { now: tokens('shop:a.example/1 x ışk'), ended: tokens('र म') }

describe('an embedded store of a version that knew no marks of letters', () => {
  it('finds things by them once it was opened, now and in the past', async () => {
    using folder = temporaryFolder()
    const told = await (async () => {
      await using store = await openStore(folder.path, {})
      await fill(store)
      return await found(store)
    })()
    {
      using database = await openDatabase(`${folder.path}/store.sqlite`, { busyTimeoutMs: 1_000 })
      database.run(
        'INSERT OR REPLACE INTO node_search (rowid, tokens) SELECT id, $now FROM nodes WHERE key = $shop',
        { now: before.now, shop },
      )
      database.run(
        'INSERT OR REPLACE INTO ended_search (rowid, tokens) SELECT record, $ended FROM ended_said WHERE key = $shop',
        { ended: before.ended, shop },
      )
      database.script('PRAGMA user_version = 12')
    }
    await using store = await openStore(folder.path, {})
    expect(await found(store)).to.deep.equal(told)
  })
})

if ('uri' in server) {
  const { uri } = server
  describe('a Neo4j store of a version that knew no marks of letters', () => {
    it('finds things by them once it was opened, now and in the past', async () => {
      await using store = await stores.neo4j?.()
      if (store === undefined) throw new Error('there is no store')
      await fill(store)
      const told = await found(store)
      await onNeo4j(uri, 'MATCH (thing:Thing {key: $shop}) SET thing._tokens = $now', {
        shop,
        now: before.now,
      })
      await onNeo4j(uri, 'MATCH (record:EndedRecord) SET record._tokens = $ended', {
        ended: before.ended,
      })
      await onNeo4j(uri, 'MATCH (store:RevenantStore) SET store.version = 6')
      expect(await found(store)).not.to.deep.equal(told)
      await using again = await openStore(uri, process.env)
      expect(await found(again)).to.deep.equal(told)
    })
  })
}

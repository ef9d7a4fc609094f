import { setImmediate } from 'node:timers/promises'

import { expect } from 'chai'

import type { UnfinishedSource } from '../../server/domain/unfinished.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { maxBatch, type Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { all, aSource, at, facts, load, node } from '../support/store-builders.ts'
import { onNeo4j, stores } from '../support/stores.ts'

const server = await neo4jForTests()
const [first, second] = ['demo/a.csv', 'demo/b.csv']
const row = (id: string, source: string) => facts(id, { source, nodes: [node(`shop:${id}`)] })
const loadOf = (id: string, since: number) => ({ id, what: 'load', since })

for (const [name, open] of Object.entries(stores)) {
  describe(`a load that was broken off in the ${name} store`, () => {
    it('is told, file by file, until it has ended', async () => {
      await using store = await open()
      expect(await store.unfinishedSources()).to.deep.equal([])
      await store.beginSources([second, first], at(10))
      expect(await store.unfinishedSources()).to.deep.equal([loadOf(first, 10), loadOf(second, 10)])
      await load(store, [row('1', first)], aSource(first, { loadedAt: at(10) }))
      await store.putFacts(second, [row('2', second)], at(10))
      await store.finishLoad()
      expect(await store.unfinishedSources()).to.deep.equal([loadOf(second, 10)])
      await store.beginSources([second], at(20))
      expect(await store.unfinishedSources()).to.deep.equal([loadOf(second, 20)])
      await load(store, [row('2', second)], aSource(second, { loadedAt: at(20) }))
      expect(await store.unfinishedSources()).to.deep.equal([])
    })

    it('is forgone where nothing of it was put', async () => {
      await using store = await open()
      await load(store, [row('1', first)], aSource(first))
      await store.beginSources([first, second], at(10))
      await store.forgoSource(first)
      expect(await store.unfinishedSources()).to.deep.equal([loadOf(second, 10)])
    })

    it('goes when its dataset is taken back, and those of other datasets stay', async () => {
      await using store = await open()
      await store.beginSources([first, 'demo2/a.csv'], at(10))
      await store.putFacts(first, [row('1', first)], at(10))
      await store.withdraw('demo', at(20))
      expect(await store.unfinishedSources()).to.deep.equal([loadOf('demo2/a.csv', 10)])
      expect((await store.stats()).records).to.equal(0)
    })

    it('changes no hash, and is in a copy of the store', async () => {
      await using store = await open()
      await load(store, [row('1', first)], aSource(first))
      const hash = await store.canonicalHash()
      await store.beginSources([second], at(10))
      expect(await store.canonicalHash()).to.equal(hash)
      const lines = await all(store.dump())
      for (const openCopy of Object.values(stores)) {
        await using copy = await openCopy()
        await copy.restore(each(lines))
        expect(await copy.unfinishedSources()).to.deep.equal([loadOf(second, 10)])
      }
    })
  })

  describe(`a withdrawal in the ${name} store`, () => {
    it('is told of the files that were current until it has ended', async () => {
      await using store = await open()
      const rows = Array.from({ length: maxBatch + 1 }, (_, at) =>
        facts(`${at}`, { source: first }),
      )
      const hashes = new Set(rows.map(({ record }) => record.hash))
      await store.putFacts(first, rows.slice(1), at(1))
      await store.putFacts(first, rows.slice(0, 1), at(1))
      await store.finishSource(aSource(first), hashes, [])
      expect(await toldDuring(store, store.withdraw('demo', at(20)))).to.deep.equal([
        { id: first, what: 'withdrawal', since: 20 },
      ])
      expect(await store.unfinishedSources()).to.deep.equal([])
    })
  })
}

describe('an embedded store of a version that did not tell broken-off loads', () => {
  it('tells those that it shows when it is opened', async () => {
    using folder = temporaryFolder()
    await fillAsBefore(() => openStore(folder.path, {}))
    {
      using database = await openDatabase(`${folder.path}/store.sqlite`, { busyTimeoutMs: 1_000 })
      database.script('DROP TABLE unfinished; PRAGMA user_version = 13')
    }
    await using store = await openStore(folder.path, {})
    expect(await store.unfinishedSources()).to.deep.equal([loadOf(first, 30), loadOf(second, 40)])
  })
})

if ('uri' in server) {
  const { uri } = server
  describe('a Neo4j store of a version that did not tell broken-off loads', () => {
    it('tells those that it shows when it is opened', async () => {
      await using _emptied = await stores.neo4j?.()
      await fillAsBefore(() => openStore(uri, process.env))
      await onNeo4j(uri, 'MATCH (store:RevenantStore) SET store.version = 7')
      await using store = await openStore(uri, process.env)
      expect(await store.unfinishedSources()).to.deep.equal([loadOf(first, 30), loadOf(second, 40)])
    })
  })
}

/** One file was to be replaced, another was new, and a third and a fourth are whole or gone. */
async function fillAsBefore(open: () => Promise<Store>): Promise<void> {
  await using store = await open()
  await load(store, [row('1', first)], aSource(first, { loadedAt: at(10) }))
  await load(store, [row('9', 'demo/whole.csv')], aSource('demo/whole.csv', { loadedAt: at(20) }))
  const gone = aSource('gone/a.csv', { dataset: 'gone', loadedAt: at(20) })
  await load(store, [row('8', gone.id)], gone)
  await store.withdraw('gone', at(25))
  await store.putFacts(first, [row('1b', first)], at(30))
  await store.putFacts(second, [row('2', second)], at(40))
}

/** What is told first while something goes on, and what it leaves behind where it ends there. */
async function toldDuring(store: Store, work: Promise<unknown>): Promise<UnfinishedSource[]> {
  let isOver = false
  const over = work.finally(() => {
    isOver = true
  })
  let told: UnfinishedSource[] = []
  while (told.length === 0 && !isOver) {
    await setImmediate()
    told = await store.unfinishedSources()
  }
  await over
  return told
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

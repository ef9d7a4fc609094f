import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import type { Store } from '../../server/store/port.ts'
import { all, aSource, at, edge, facts, load, node } from '../support/store-builders.ts'
import { withWideRecords } from '../support/wide-records.ts'

const indexes = ['edge_in', 'record_version']
const source = 'ds/shops.csv'
const [shop, phone] = ['shop:a', 'contact:phone/1']

function row(id: string, at: number, name = 'Lotus'): Facts {
  return facts(id, {
    source,
    row: at,
    nodes: [node(shop, { name }), node(phone)],
    edges: [edge(shop, 'REACHED_AT', phone)],
  })
}

/** A shop of its own, with a name of its own. */
function named(place: number): Facts {
  return facts(String(place), {
    source,
    row: place + 1,
    nodes: [node(`shop:${place}`, { name: `Lotus ${place}` })],
  })
}

describe('the first load of an embedded store', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'revenant-first-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  async function indexesThere(): Promise<string[]> {
    using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs: 0 })
    return database
      .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
      .map(({ name }) => name)
      .filter((name) => indexes.includes(name))
  }

  const reached = async (store: Store) =>
    (await store.neighbours(phone, { type: 'REACHED_AT', direction: 'in', limit: 9 })).total

  it('leaves two indexes out until it is finished, and can be read meanwhile', async () => {
    await using store = await openStore(folder, {})
    expect(await indexesThere()).to.deep.equal(indexes)
    await store.putFacts(source, [row('1', 1)], at(10))
    expect(await indexesThere()).to.deep.equal([])
    expect(await reached(store)).to.equal(1)
    await load(store, [row('1', 1), row('2', 2)], aSource(source, { loadedAt: at(10) }))
    expect(await indexesThere()).to.deep.equal(indexes)
    expect((await store.stats()).records).to.equal(2)
  })

  it('writes the names of a batch to the index of names in one piece', async () => {
    await using store = await openStore(folder, {})
    await store.putFacts(
      source,
      Array.from({ length: 400 }, (_, place) => named(place)),
      at(10),
    )
    using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs: 0 })
    const pieces = database.all('SELECT DISTINCT segid FROM node_search_idx')
    expect(pieces).to.have.length(1)
  })

  it('that was broken off gives a store its indexes when it is opened again', async () => {
    const broken = await openStore(folder, {})
    await broken.putFacts(source, [row('1', 1)], at(10))
    await broken[Symbol.asyncDispose]()
    expect(await indexesThere()).to.deep.equal([])
    await using store = await openStore(folder, {})
    expect(await indexesThere()).to.deep.equal(indexes)
    await store.putFacts(source, [row('1', 1)], at(20))
    expect((await store.stats()).records).to.equal(1)
  })

  it('that was broken off in an earlier version is found by every name that its rows give, and has its indexes', async () => {
    const broken = await openStore(folder, {})
    await broken.putFacts(source, [row('1', 1), row('2', 2, 'Peony')], at(10))
    await broken.putFacts(source, [row('3', 3, 'Heron')], at(10))
    const found = (store: Store) =>
      Promise.all(['lotus', 'peony', 'heron'].map((text) => store.search(text, { limit: 9 })))
    const told = await found(broken)
    expect(told.map(({ items }) => items[0]?.foundAs)).to.deep.equal(['Lotus', undefined, 'Heron'])
    await broken[Symbol.asyncDispose]()
    {
      using database = await openDatabase(join(folder, 'store.sqlite'), { busyTimeoutMs: 0 })
      withWideRecords(database)
      database.script(`UPDATE nodes SET state = json_remove(state, '$.otherNames');
        PRAGMA user_version = 9`)
    }
    await using store = await openStore(folder, {})
    expect(await indexesThere()).to.deep.equal(indexes)
    expect(await found(store)).to.deep.equal(told)
  })

  it('goes on as any other when somebody else writes to the store', async () => {
    await using store = await openStore(folder, {})
    await store.putFacts(source, [row('1', 1)], at(10))
    await using other = await openStore(folder, {})
    await other.putFacts(source, [row('2', 2)], at(11))
    await store.putFacts(source, [row('2', 2), row('3', 3)], at(12))
    expect(await indexesThere()).to.deep.equal(indexes)
    expect((await store.stats()).records).to.equal(3)
  })

  it('forgets what a batch had put that could not be written whole', async () => {
    await using store = await openStore(folder, {})
    const rows = Array.from({ length: 600 }, (_, place) => row(String(place), place + 1))
    const failed = await store.putFacts(source, [...rows, row('bad', 0.5)], at(10)).catch(() => 0)
    expect(failed).to.equal(0)
    await store.putFacts(source, rows, at(10))
    expect((await store.stats()).records).to.equal(600)
  })

  it('counts the first of equal rows, whichever batch they come in', async () => {
    await using store = await openStore(folder, {})
    await store.putFacts(source, [row('1', 1)], at(10))
    await store.putFacts(source, [row('2', 2), row('1', 3)], at(10))
    expect(await indexesThere()).to.deep.equal([])
    await store.finishSource(aSource(source, { loadedAt: at(10) }), { has: () => true }, [])
    expect((await all(store.scanRecords())).map(({ row }) => row)).to.deep.equal([1, 2])
  })

  it('goes on from source to source', async () => {
    await using store = await openStore(folder, {})
    const others = 'ds/more.csv'
    await store.putFacts(source, [row('1', 1)], at(10))
    const has = () => true
    await store.finishSource(aSource(source, { loadedAt: at(10) }), { has }, [])
    const more = facts('9', { source: others, nodes: [node('shop:b', { name: 'Heron' })] })
    await store.putFacts(others, [more], at(10))
    await store.finishSource(aSource(others, { loadedAt: at(10) }), { has }, [])
    expect(await indexesThere()).to.deep.equal([])
    await store.finishLoad()
    expect(await indexesThere()).to.deep.equal(indexes)
    expect((await all(store.scanRecords())).map(({ source: own }) => own)).to.deep.equal([
      ...[others, source],
    ])
  })

  it('ends where a source turns out not to say what was put of it, which leaves the graph', async () => {
    await using store = await openStore(folder, {})
    const [kept, gone] = [row('1', 1), row('2', 2, 'Peony')]
    await store.putFacts(source, [kept, gone], at(10))
    const records = new Set([kept.record.hash])
    await store.finishSource(aSource(source, { loadedAt: at(10) }), records, [])
    expect(await indexesThere()).to.deep.equal(indexes)
    expect((await all(store.scanRecords())).map(({ row: own }) => own)).to.deep.equal([1])
    expect((await store.search('peony', { limit: 9 })).total).to.equal(0)
  })

  it('ends when a record that it wrote says something else', async () => {
    await using store = await openStore(folder, {})
    await store.putFacts(source, [row('1', 1)], at(10))
    await store.putFacts(source, [row('1', 1, 'Peony')], at(20))
    expect(await indexesThere()).to.deep.equal(indexes)
    expect((await store.node(shop))?.name).to.equal('Peony')
  })
})

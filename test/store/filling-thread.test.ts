import { join } from 'node:path'

import { expect } from 'chai'

import type { Facts } from '../../server/domain/fact.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { maxBatch, type Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import {
  all,
  aQuarantinedRow,
  aSource,
  at,
  edge,
  facts,
  key,
  node,
} from '../support/store-builders.ts'

const source = 'ds/shops.csv'
const thrice = 2 * maxBatch + 400

/** Shops of which four share a phone, and every seventh stands in two rows that call it by two names. */
function row(place: number, ofRow = place + 1): Facts {
  const shop = `shop:taobao.com/${place - (place % 7 === 6 ? 1 : 0)}`
  return facts(String(place), {
    source,
    row: ofRow,
    nodes: [node(shop, { name: place % 2 === 0 ? '海在' : `Lotus ${place % 100}` })],
    edges: [edge(shop, 'REACHED_AT', `contact:phone/${place >> 2}`)],
  })
}

const rows = Array.from({ length: thrice }, (_, place) => row(place))
const has = () => true

async function put(store: Store, some: readonly Facts[], size = maxBatch): Promise<void> {
  for (let start = 0; start < some.length; start += size) {
    await store.putFacts(source, some.slice(start, start + size), at(10))
  }
}

async function finish(store: Store): Promise<void> {
  await store.putQuarantine(source, [aQuarantinedRow(7, source), aQuarantinedRow(9, source)])
  await store.finishSource(aSource(source, { loadedAt: at(10) }), { has }, [9])
  await store.finishLoad()
}

/** Everything that a store holds, and how a search finds it. */
async function whole(store: Store) {
  const found = await store.search('lotus 35', { limit: 300 })
  return { found, hash: await store.canonicalHash(), dump: await all(store.dump()) }
}

/** What a store holds after it was filled by batches too small for a thread. */
async function filledAlone() {
  using folder = temporaryFolder()
  await using store = await openStore(folder.path, {})
  await put(store, rows, maxBatch - 1)
  await finish(store)
  return await whole(store)
}

describe('a thread that fills an embedded store', () => {
  let alone: Awaited<ReturnType<typeof filledAlone>>
  before(async () => {
    alone = await filledAlone()
  })

  it('leaves the same store as one connection does', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    await put(store, rows)
    expect((await store.stats()).records).to.equal(thrice)
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('lets the first of equal rows count, whichever batch they come in', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    const again = rows.slice(0, 20).map((_, place) => row(place, thrice + place + 1))
    await put(store, [...rows.slice(0, -20), ...again, ...rows.slice(-20)])
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('compares records that come again within a batch with what was kept of the first', async () => {
    const other = facts('3', {
      source,
      row: 9,
      nodes: [node('shop:taobao.com/3', { name: 'Heron' })],
    })
    const twice = [...rows.slice(0, -40), row(maxBatch + 1, thrice), other, ...rows.slice(-40)]
    const kept = async (size: number) => {
      using folder = temporaryFolder()
      await using store = await openStore(folder.path, {})
      await put(store, twice, size)
      await finish(store)
      return await whole(store)
    }
    expect(await kept(maxBatch)).to.deep.equal(await kept(maxBatch - 1))
  })

  it('takes what was packed for it back as it came where somebody else writes meanwhile', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    await put(store, rows.slice(0, maxBatch))
    await put(store, rows.slice(0, maxBatch))
    const batches = [1, 2].map((nth) => {
      const batch = store.factBatch(source, at(10))
      for (const one of rows.slice(nth * maxBatch, (nth + 1) * maxBatch)) batch.add(one)
      return batch
    })
    await using other = await openStore(folder.path, {})
    await other.putFacts(source, [row(thrice - 1)], at(10))
    for (const batch of batches) await batch.put()
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('gives way where somebody else writes meanwhile', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    await put(store, rows.slice(0, 2 * maxBatch))
    await using other = await openStore(folder.path, {})
    await other.putFacts(source, [row(thrice - 1)], at(10))
    await put(store, rows.slice(2 * maxBatch))
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('writes a batch whole or not at all, and goes on', async () => {
    using folder = temporaryFolder()
    await using store = await openStore(folder.path, {})
    await put(store, rows.slice(0, 2 * maxBatch))
    const spoilt = [...rows.slice(2 * maxBatch, -1), row(thrice - 1, 0.5)]
    const failed = await put(store, spoilt).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failed).to.be.instanceOf(Error)
    expect((await store.stats()).records).to.equal(2 * maxBatch)
    await put(store, rows.slice(2 * maxBatch))
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('leaves out the index of keys, which whoever opens the store next finds again', async () => {
    using folder = temporaryFolder()
    const isThere = async () => {
      using database = await openDatabase(join(folder.path, 'store.sqlite'), { busyTimeoutMs: 0 })
      return database.all("SELECT 1 FROM sqlite_schema WHERE name = 'node_key'").length === 1
    }
    const broken = await openStore(folder.path, {})
    await put(broken, rows.slice(0, maxBatch))
    expect(await isThere()).to.equal(true)
    await put(broken, rows.slice(maxBatch, 2 * maxBatch))
    expect(await isThere()).to.equal(false)
    expect((await broken.node(key('shop:taobao.com/2')))?.name).to.equal('海在')
    await broken[Symbol.asyncDispose]()
    await using store = await openStore(folder.path, {})
    expect(await isThere()).to.equal(true)
    await put(store, rows)
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })

  it('ends with the store, whatever is left to do', async () => {
    using folder = temporaryFolder()
    const broken = await openStore(folder.path, {})
    await put(broken, rows.slice(0, 2 * maxBatch))
    await broken[Symbol.asyncDispose]()
    await using store = await openStore(folder.path, {})
    await put(store, rows)
    await finish(store)
    expect(await whole(store)).to.deep.equal(alone)
  })
})

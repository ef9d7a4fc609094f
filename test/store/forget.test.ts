import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import type { Facts } from '../../server/domain/fact.ts'
import { FailureError } from '../../server/domain/failure.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { openStore } from '../../server/store/open-store.ts'
import { pastGraph } from '../../server/store/past-graph.ts'
import type { Unwanted } from '../../server/store/past-reads.ts'
import type { Store } from '../../server/store/port.ts'
import { temporaryFolder } from '../jobs/small-dataset.ts'
import { all, aSource, at, edge, facts, key, load, node, sha } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const persons = ['identity:a/0/张三', 'identity:a/1/李四']

interface Row {
  readonly id: number
  readonly shop: number
  readonly person: number
  readonly name: string
}

const aRow = fc.record({
  id: fc.integer({ min: 0, max: 9 }),
  shop: fc.integer({ min: 0, max: 2 }),
  person: fc.integer({ min: 0, max: 1 }),
  name: fc.constantFrom('海在', '莲花'),
})
const rows = fc.array(aRow, { maxLength: 6 })

function factsOf(dataset: string, { id, shop, person, name }: Row): Facts {
  const ends = [`shop:taobao.com/${shop}`, persons[person] ?? ''] as const
  return facts(String(id), {
    source: `${dataset}/shops.csv`,
    row: id + 1,
    nodes: [node(ends[0], { name }), node(ends[1])],
    edges: [edge(ends[0], 'REGISTERED_TO', ends[1])],
    about: [key(ends[0]), key(ends[1]), ...(id % 2 === 0 ? [key('place:x')] : [])].toSorted(),
  })
}

type Loads = readonly (readonly [dataset: string, rows: readonly Row[]])[]

/** Loads one after the other, each replacing what its dataset said before; rows that are not wanted are left out. */
async function loadAll(store: Store, loads: Loads, wanted: (facts: Facts) => boolean) {
  for (const [step, [dataset, some]] of loads.entries()) {
    const once = [...new Map(some.map((row) => [row.id, row])).values()]
    const said = once.map((row) => factsOf(dataset, row)).filter(wanted)
    const source = aSource(`${dataset}/shops.csv`, { dataset, loadedAt: at((step + 1) * 10) })
    await load(store, said, source)
  }
}

async function whole(store: Store) {
  const scans = [5, 10, 20, 30].map(async (ms) => {
    const past = pastGraph(store, { knownAt: at(ms) })
    const searches = ['海在', '莲花'].map((text) => past.search(text, { limit: 9 }))
    const nodes = await all(past.scanNodes())
    return { nodes, edges: await all(past.scanEdges()), found: await Promise.all(searches) }
  })
  const found = ['海在', '莲花'].map((text) => store.search(text, { limit: 9 }))
  return {
    hash: await store.canonicalHash(),
    found: await Promise.all(found),
    past: await Promise.all(scans),
  }
}

const unwanteds: Readonly<Record<string, readonly [Unwanted, (facts: Facts) => boolean]>> = {
  'a person': [
    { what: 'node', key: persons[0] ?? '' },
    ({ nodes }) => nodes.every((one) => one.key !== persons[0]),
  ],
  'a record': [
    { what: 'record', hash: sha('a/shops.csv 3') },
    ({ record }) => record.hash !== sha('a/shops.csv 3'),
  ],
}

for (const [name, open] of Object.entries(stores)) {
  const numRuns = name === 'embedded' ? 10 : 1
  describe(`forgetting in the ${name} store`, () => {
    for (const [what, [unwanted, wanted]] of Object.entries(unwanteds)) {
      it(`of ${what} leaves a graph, and a past, that never knew of it`, async () => {
        await fc.assert(
          fc.asyncProperty(rows, rows, rows, async (first, other, corrected) => {
            const loads: Loads = [
              ['a', first],
              ['b', other],
              ['a', corrected],
            ]
            const forgotten = await (async () => {
              await using store = await open()
              await loadAll(store, loads, () => true)
              const said = (await store.unwanted(unwanted)).length
              expect(await store.forget(unwanted)).to.equal(said)
              expect(await store.unwanted(unwanted)).to.deep.equal([])
              expect(await store.forget(unwanted)).to.equal(0)
              return await whole(store)
            })()
            await using store = await open()
            await loadAll(store, loads, wanted)
            expect(forgotten).to.deep.equal(await whole(store))
          }),
          { numRuns },
        )
      }).timeout(240_000)
    }

    it('of a dataset takes what is no longer current, and leaves what is', async () => {
      await using store = await open()
      const row = { id: 1, shop: 1, person: 0, name: '海在' }
      const loads: Loads = [
        ['a', [row]],
        ['b', [row]],
        ['a', [{ ...row, person: 1 }]],
      ]
      await loadAll(store, loads, () => true)
      const before = await store.canonicalHash()
      expect(await store.forget({ what: 'dataset', dataset: 'a' })).to.equal(1)
      expect(await store.canonicalHash()).to.equal(before)
      expect(await pastGraph(store, { knownAt: at(10) }).node('shop:taobao.com/1')).to.equal(
        undefined,
      )
      expect(
        (await pastGraph(store, { knownAt: at(20) }).node('shop:taobao.com/1'))?.records,
      ).to.have.length(1)
      await store.withdraw('a', at(40))
      expect(await store.forget({ what: 'dataset', dataset: 'a' })).to.equal(1)
      expect(await store.forget({ what: 'dataset', dataset: 'none' })).to.equal(0)
    })
  })
}

describe('what an embedded store forgot', () => {
  const secret = 'Zebedee Quillfeather'
  const bytesHold = (folder: string) =>
    ['store.sqlite', 'store.sqlite-wal'].some(
      (file) => existsSync(join(folder, file)) && readFileSync(join(folder, file)).includes(secret),
    )
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder[Symbol.dispose]())

  /** A store that knew somebody by a name, and holds somebody else. */
  const withdrawn = async () => {
    const store = await openStore(folder.path, {})
    const said = [
      facts('1', {
        source: 'a/shops.csv',
        nodes: [node('shop:x/1', { name: secret })],
        fields: { name: secret },
      }),
    ]
    const other = [
      facts('1', { source: 'b/shops.csv', nodes: [node('shop:x/1', { name: 'Zoe' })] }),
    ]
    await load(store, other, aSource('b/shops.csv', { dataset: 'b', loadedAt: at(5) }))
    await load(store, said, aSource('a/shops.csv', { dataset: 'a', loadedAt: at(10) }))
    expect((await store.search(secret, { limit: 9 })).items[0]).to.include({ foundAs: secret })
    await store.withdraw('a', at(20))
    expect(bytesHold(folder.path)).to.equal(true)
    return store
  }

  it('stands in none of its bytes', async () => {
    await using store = await withdrawn()
    await store.forget({ what: 'dataset', dataset: 'a' })
    expect(bytesHold(folder.path)).to.equal(false)
    expect((await store.search(secret, { limit: 9 })).total).to.equal(0)
  })

  it('stands in none of its bytes once the store is opened after the process that forgot was ended', async () => {
    await using store = await withdrawn()
    const ended = () => {
      throw new Error('the process was ended')
    }
    await store.forget({ what: 'dataset', dataset: 'a' }, ended).catch(() => undefined)
    expect(bytesHold(folder.path)).to.equal(true)
    await using again = await openStore(folder.path, {})
    expect(bytesHold(folder.path)).to.equal(false)
    expect((await again.search('zoe', { limit: 9 })).total).to.equal(1)
  })

  it('is said to stand in its journal while somebody reads, and goes with the next command', async () => {
    await using store = await withdrawn()
    using reader = await openDatabase(join(folder.path, 'store.sqlite'), { busyTimeoutMs: 1 })
    reader.script('BEGIN')
    expect(reader.all('SELECT key FROM nodes')).to.have.lengthOf(1)
    const error = await store
      .forget({ what: 'dataset', dataset: 'a' })
      .catch((own: unknown) => own as Error)
    expect(error).to.be.instanceOf(FailureError)
    expect((error as Error).message).to.match(/gone from the store.*journal .*-wal.*any command/)
    reader.script('COMMIT')
    expect(bytesHold(folder.path)).to.equal(true)
    await using _again = await openStore(folder.path, {})
    expect(bytesHold(folder.path)).to.equal(false)
  }).timeout(20_000)
})

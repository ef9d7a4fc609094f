import { expect } from 'chai'
import fc from 'fast-check'

import type { Facts } from '../../server/domain/fact.ts'
import type { Neighbour, Store } from '../../server/store/port.ts'
import { type Reference, referenceStore } from '../support/reference-store.ts'
import { all, aSource, at, day, edge, facts, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

/** Each is slow in its own way: a server takes a moment for every transaction. */
const runsOf: Readonly<Record<string, number>> = { embedded: 40, neo4j: 4 }

const shops = ['shop:taobao.com/1', 'shop:taobao.com/2', 'shop:jd.com/1']
const ends = ['contact:phone/1', 'contact:phone/2', 'account:bank/1']

const anyDay = fc.constantFrom(undefined, day('2026-01-01'), day('2026-02-01'))
const anyNode = fc
  .record({
    key: fc.constantFrom(...shops, ...ends),
    name: fc.constantFrom(undefined, '海在', 'Luxe', '名表'),
    properties: fc.dictionary(
      fc.constantFrom('status', 'brands'),
      fc.oneof(
        fc.constantFrom('a', 'b'),
        fc.integer({ min: 0, max: 1 }),
        fc.array(fc.constantFrom('x', 'y')),
      ),
    ),
    lastSeen: anyDay,
  })
  .map(({ key, ...said }) => node(key, said))
const anyEdge = fc
  .record({
    from: fc.constantFrom(...shops),
    to: fc.constantFrom(...ends, ...shops),
    discriminator: fc.constantFrom('', 'x', '\uFFFD', '\u{1F45C}'),
    firstSeen: anyDay,
  })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, ...said }) =>
    edge(from, to.startsWith('shop:') ? 'PROMOTES' : 'REACHED_AT', to, said),
  )

/** A row has one of few ids, so that it often comes back saying the same, or something else. */
const anyRow = fc.record({
  id: fc.constantFrom('1', '2', '3', '4', '5'),
  nodes: fc.array(anyNode, { maxLength: 3 }),
  edges: fc.array(anyEdge, { maxLength: 3 }),
})
const anyLoad = fc.record({
  source: fc.constantFrom('demo/a.csv', 'demo/b.csv'),
  rows: fc.uniqueArray(anyRow, { maxLength: 4, selector: ({ id }) => id }),
  inBatchesOf: fc.integer({ min: 1, max: 4 }),
  interrupted: fc.boolean(),
})

for (const [name, open] of Object.entries(stores)) {
  describe(`the ${name} store, whatever is loaded, corrected and loaded again`, () => {
    it('holds what its current records say, and nothing else', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyLoad, { minLength: 1, maxLength: 4 }), async (loads) => {
          await using store = await open()
          const reference = referenceStore()
          for (const [index, { source, rows, inBatchesOf, interrupted }] of loads.entries()) {
            const batch = rows.map(({ id, ...row }) => facts(id, { ...row, source }))
            if (interrupted) await store.putFacts(source, batch.slice(0, 1), at(10 * index + 1))
            await loadInBatches(store, source, batch, { inBatchesOf, ms: 10 * index + 2 })
            reference.load(source, batch)
          }
          expect(await all(store.scanNodes())).to.deep.equal(reference.nodes())
          const keys = [...shops, ...ends, ...shops, 'shop:nowhere/1']
          expect(await store.nodes(keys)).to.deep.equal(reference.nodes())
          expect(await store.bareNodes(keys)).to.deep.equal(reference.bareNodes())
          expect(await all(store.scanEdges())).to.deep.equal(reference.edges())
          expect(await store.edgesAmong(keys)).to.deep.equal(reference.edges())
          expect(await store.bareEdgesAmong(keys)).to.deep.equal(reference.bareEdges())
          const { edges: _, ...size } = await store.stats()
          expect(await store.size()).to.deep.equal(size)
          expect(await store.canonicalHash()).to.equal(await reference.hash())
          const { items } = await store.search('海', { limit: 10 })
          expect(items).to.deep.equal(reference.named('海'))
          for (const key of [...shops, ...ends]) await expectAround(store, key, reference)
        }),
        { numRuns: runsOf[name] ?? 1 },
      )
    }).timeout(120_000)
  })
}

/** Counts, everything at once up to as much as there is, and page by page. */
async function expectAround(store: Store, key: string, reference: Reference): Promise<void> {
  const { counts, items } = reference.around(key)
  expect(await store.neighbourCounts(key)).to.deep.equal(counts)
  expect(await store.expand(key, { most: items.length })).to.deep.equal({ counts, items })
  const tooMany = await store.expand(key, { most: items.length - 1 })
  expect(tooMany).to.deep.equal({ counts, items: [] })
  const paged: Neighbour[] = []
  for (const { count, ...group } of counts) {
    let cursor: string | undefined
    do {
      const page = await store.neighbours(key, { ...group, limit: 2, cursor })
      expect(page.total).to.equal(count)
      paged.push(...page.items)
      cursor = page.next
    } while (cursor !== undefined)
  }
  expect(paged).to.deep.equal(items)
}

async function loadInBatches(
  store: Store,
  source: string,
  rows: readonly Facts[],
  { inBatchesOf, ms }: { inBatchesOf: number; ms: number },
): Promise<void> {
  for (let start = 0; start < rows.length; start += inBatchesOf) {
    await store.putFacts(source, rows.slice(start, start + inBatchesOf), at(ms))
  }
  const hashes = new Set(rows.map(({ record }) => record.hash))
  await store.finishSource(aSource(source, { loadedAt: at(ms) }), hashes, [])
}

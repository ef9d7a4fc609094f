import { expect } from 'chai'

import { maxBatch, type Store } from '../../server/store/port.ts'
import {
  all,
  aQuarantinedRow,
  aSource,
  at,
  day,
  edge,
  facts,
  load,
  node,
  sha,
} from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

const shop = 'shop:taobao.com/1'
const phone = 'contact:phone/+8613800138000'
const reached = facts('1', {
  nodes: [node(shop, { name: '海在', properties: { platform: 'taobao.com' } }), node(phone)],
  edges: [edge(shop, 'REACHED_AT', phone)],
})

for (const [name, open] of Object.entries(stores)) {
  describe(`facts in the ${name} store`, () => {
    it('are read back as they were put, with the records that say so', async () => {
      await using store = await open()
      await load(store, [reached])
      expect(await store.node(shop)).to.deep.equal({
        key: shop,
        kind: 'Shop',
        name: '海在',
        properties: { platform: 'taobao.com' },
        lives: [],
        records: [reached.record.hash],
      })
      expect(await all(store.scanEdges())).to.deep.equal([
        { ...edge(shop, 'REACHED_AT', phone), records: [reached.record.hash] },
      ])
      expect(await store.records([reached.record.hash])).to.deep.equal([reached.record])
      expect(await store.stats()).to.deep.equal({
        nodes: { Contact: 1, Shop: 1 },
        edges: { REACHED_AT: 1 },
        records: 1,
      })
    })

    it('change nothing when they are put again', async () => {
      await using store = await open()
      await load(store, [reached])
      const before = await all(store.dump())
      await load(store, [reached])
      await store.putFacts(aSource().id, [reached, reached], at(1))
      expect(await all(store.dump())).to.deep.equal(before)
    })

    it('of several records are one node, and a node is looked up among many', async () => {
      await using store = await open()
      const later = facts('2', { nodes: [node(shop, { name: '新', lastSeen: day('2026-03-01') })] })
      await load(store, [reached, later])
      expect((await store.node(shop))?.name).to.equal('新')
      expect((await store.node(shop))?.records).to.have.length(2)
      expect(await store.node('shop:taobao.com/2')).to.equal(undefined)
      const found = await store.nodes([shop, 'shop:taobao.com/2', phone, shop])
      expect(found.map((one) => one.key)).to.deep.equal([phone, shop])
    })

    it('leave the graph when a corrected file no longer says them', async () => {
      await using store = await open()
      await load(store, [reached, facts('2', { nodes: [node('shop:taobao.com/2')] })])
      const corrected = facts('1b', { nodes: [node(shop, { name: '海在名表' })] })
      await load(store, [corrected], aSource(undefined, { loadedAt: at(2) }))
      expect((await all(store.scanNodes())).map((one) => one.name)).to.deep.equal(['海在名表'])
      expect(await all(store.scanEdges())).to.deep.equal([])
      expect(await store.records([reached.record.hash])).to.deep.equal([reached.record])
      expect((await all(store.scanRecords())).map(({ hash }) => hash)).to.deep.equal([
        corrected.record.hash,
      ])
    })

    it('stay as long as another source says them', async () => {
      await using store = await open()
      const elsewhere = 'demo/other.csv'
      const again = facts('1', {
        source: elsewhere,
        nodes: [
          node(shop, { properties: { platform: 'taobao.com', status: 'open' } }),
          node(phone),
        ],
        edges: [edge(shop, 'REACHED_AT', phone)],
      })
      await load(store, [reached])
      await load(store, [again], aSource(elsewhere))
      await load(store, [], aSource(undefined, { loadedAt: at(2) }))
      expect((await store.node(shop))?.records).to.deep.equal([again.record.hash])
      expect((await store.node(shop))?.name).to.equal('1')
      expect((await all(store.scanEdges())).map(({ records }) => records)).to.deep.equal([
        [again.record.hash],
      ])
    })

    it('keep in known time what was said before', async () => {
      await using store = await open()
      await load(store, [reached])
      await load(store, [], aSource(undefined, { loadedAt: at(5) }))
      await load(store, [reached], aSource(undefined, { loadedAt: at(9) }))
      const versions = (await all(store.dump()))
        .map((line) => JSON.parse(line))
        .filter(({ line }) => line === 'record')
        .map(({ loadedAt, supersededAt }) => [loadedAt, supersededAt])
      expect(versions).to.deep.equal([
        [1, 5],
        [9, undefined],
      ])
    })

    it('replace what the same record said under another mapping', async () => {
      await using store = await open()
      await load(store, [reached])
      const remapped = { ...reached, edges: [], nodes: [node(shop, { name: '海在名表' })] }
      await load(store, [remapped], aSource(undefined, { loadedAt: at(2) }))
      expect((await all(store.scanNodes())).map((one) => one.name)).to.deep.equal(['海在名表'])
      expect(await all(store.scanEdges())).to.deep.equal([])
    })

    it('stand where the latest load found them, and equal rows where the first one does', async () => {
      await using store = await open()
      const inRow = (row: number) => ({ ...reached, record: { ...reached.record, row } })
      await store.putFacts(aSource().id, [inRow(7), inRow(3)], at(1))
      await load(store, [inRow(5)])
      expect((await all(store.scanRecords())).map(({ row }) => row)).to.deep.equal([3])
      await load(store, [inRow(9)], aSource(undefined, { loadedAt: at(2) }))
      expect((await all(store.scanRecords())).map(({ row }) => row)).to.deep.equal([9])
    })

    it('come in batches that are written whole or not at all', async () => {
      await using store = await open()
      const dangling = {
        ...facts('2', { edges: [edge(shop, 'REACHED_AT', phone)] }),
        nodes: [node(shop)],
      }
      await refuses(store, [reached, dangling], 'which the record does not name')
      await refuses(
        store,
        [facts('3', { nodes: [node(shop, { properties: { n: NaN } })] })],
        'n = NaN',
      )
      await refuses(store, [facts('4', { source: 'demo/other.csv' })], 'belongs to demo/other.csv')
      await refuses(store, [facts('5', { nodes: [node('shop:😀')] })], 'is not a node key')
      await refuses(store, Array(maxBatch + 1).fill(reached), `over ${maxBatch}`)
      expect(await store.stats()).to.deep.equal({ nodes: {}, edges: {}, records: 0 })
      await store.putFacts(aSource().id, [], at(1))
    })

    it('keep numbers, booleans and lists apart', async () => {
      await using store = await open()
      const properties = {
        whole: 1,
        large: Number.MAX_SAFE_INTEGER,
        part: 0.1,
        text: '1',
        yes: true,
        none: [],
        some: ['b', 'a'],
      }
      await load(store, [facts('1', { nodes: [node(shop, { properties })] })])
      expect((await store.node(shop))?.properties).to.deep.equal({
        ...properties,
        some: ['a', 'b'],
      })
    })

    it('of several batches are one node, as those of one batch are', async () => {
      await using store = await open()
      const id = 'shop:taobao.com/1'
      const rows = [
        facts('1', { nodes: [node(id, { properties: { url: 'https://a.example/' } })] }),
        facts('2', { nodes: [node(id, { properties: { accountKind: 'page' } })] }),
      ]
      for (const row of rows) await store.putFacts(row.record.source, [row], at(1))
      const found = await store.node(id)
      expect(found?.properties).to.deep.equal({ accountKind: 'page', url: 'https://a.example/' })
      expect(found?.records).to.have.length(2)
    })

    it('may hold anything that people type', async () => {
      await using store = await open()
      const strange = JSON.parse(
        '{"__proto__":"p","constructor":"c","a b`c":"\\u0000\\ud800😀\'\\""}',
      )
      const fields = { ...JSON.parse('{"__proto__":"x"}'), name: "Robert'); DROP TABLE nodes;--" }
      const id = 'shop:taobao.com/%F0%9F%98%80`{}$"\'\\'
      const row = facts('1', {
        source: 'демо 😀/a\uFFFDb.csv',
        fields,
        nodes: [node(id, { name: '\u0007😀\u200f海\n在', properties: strange })],
        edges: [
          edge(id, 'RUNS', id, { discriminator: '😀' }),
          edge(id, 'RUNS', id, { discriminator: '\uFFFD' }),
        ],
      })
      await load(store, [row], aSource(row.record.source))
      expect(await store.records([row.record.hash])).to.deep.equal([row.record])
      const found = await store.node(id)
      expect(found?.name).to.equal('\u0007😀\u200f海\n在')
      expect(Object.entries(found?.properties ?? {})).to.deep.equal(
        Object.entries(strange).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      )
      expect((await all(store.scanEdges())).map((one) => one.discriminator)).to.deep.equal([
        '😀',
        '\uFFFD',
      ])
      expect(await store.source(row.record.source)).to.deep.equal(aSource(row.record.source))
    })
  })

  describe(`sources and quarantine in the ${name} store`, () => {
    it('a source is current from when its load ends', async () => {
      await using store = await open()
      await store.putFacts(aSource().id, [reached], at(1))
      expect(await store.sources()).to.deep.equal([])
      await store.finishSource(aSource(), new Set([reached.record.hash]), [])
      await store.finishSource(aSource('demo/a.csv'), new Set(), [])
      expect((await store.sources()).map(({ id }) => id)).to.deep.equal([
        'demo/a.csv',
        'demo/shops.csv',
      ])
      expect(await store.source('demo/b.csv')).to.equal(undefined)
    })

    it('a later load replaces the source and keeps the former version', async () => {
      await using store = await open()
      const later = aSource(undefined, { loadedAt: at(2), sha256: sha('corrected') })
      await load(store, [reached])
      await load(store, [reached], later)
      expect(await store.sources()).to.deep.equal([later])
      expect(
        (await all(store.dump())).filter((line) => line.includes('"line":"source"')),
      ).to.have.length(2)
    })

    it('quarantined rows are those of the last load, by source, then row', async () => {
      await using store = await open()
      const [one, two, three] = [1, 2, 3].map((row) => aQuarantinedRow(row))
      await store.putQuarantine(
        aSource().id,
        [three, one, two].flatMap((row) => row ?? []),
      )
      await store.finishSource(aSource(), new Set(), [1, 2, 3])
      expect(await all(store.scanQuarantine())).to.deep.equal([one, two, three])
      await store.putQuarantine(aSource().id, [aQuarantinedRow(2)])
      await store.finishSource(aSource(undefined, { loadedAt: at(2) }), new Set(), [2])
      expect(await all(store.scanQuarantine())).to.deep.equal([two])
    })
  })
}

async function refuses(store: Store, batch: Parameters<Store['putFacts']>[1], because: string) {
  const refused = await store.putFacts(aSource().id, batch, at(1)).then(
    () => undefined,
    (error: Error) => error.message,
  )
  expect(refused).to.include(because)
}

import { expect } from 'chai'

import { RefusalError } from '../../server/domain/failure.ts'
import type { EdgeType } from '../../server/domain/graph.ts'
import { IsoDate } from '../../server/domain/units.ts'
import type { NeighbourQuery, Store } from '../../server/store/port.ts'
import type { WalkQuery } from '../../server/store/walk-reads.ts'
import { all, aSource, at, edge, facts, load, node } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { walkedAround } from '../support/walked-around.ts'

const shop = 'shop:taobao.com/1'
const hub = 'origin:广州'
const day = (of: number) => IsoDate.parse(`2024-03-0${of}`)
const shipsFrom = { type: 'SHIPS_FROM', direction: 'in' } as const

for (const [name, open] of Object.entries(stores)) {
  describe(`neighbours in the ${name} store`, () => {
    it('are counted by type, direction and kind', async () => {
      await using store = await open()
      await load(store, [
        facts('1', {
          edges: [
            edge(shop, 'REACHED_AT', 'contact:phone/1'),
            edge(shop, 'REACHED_AT', 'contact:phone/2'),
            edge('shop:taobao.com/2', 'PROMOTES', shop),
            edge(shop, 'PROMOTES', 'shop:taobao.com/3'),
            edge(shop, 'AT', 'place:demo/1', { discriminator: 'make' }),
            edge(shop, 'AT', 'place:demo/1', { discriminator: 'store' }),
          ],
        }),
      ])
      expect(await store.neighbourCounts(shop)).to.deep.equal([
        { type: 'AT', direction: 'out', kind: 'Place', count: 2 },
        { type: 'PROMOTES', direction: 'in', kind: 'Shop', count: 1 },
        { type: 'PROMOTES', direction: 'out', kind: 'Shop', count: 1 },
        { type: 'REACHED_AT', direction: 'out', kind: 'Contact', count: 2 },
      ])
      expect(await store.neighbourCounts('shop:taobao.com/9')).to.deep.equal([])
    })

    it('are walked to in either direction, by type and by day', async () => {
      await using store = await open()
      const edges = [
        edge('shop:a', 'PROMOTES', 'shop:b', { firstSeen: day(3), lastSeen: day(5) }),
        edge('shop:b', 'PROMOTES', 'shop:c', { firstSeen: day(6) }),
        edge('shop:b', 'AT', 'place:demo/1', { discriminator: 'make' }),
        edge('shop:b', 'AT', 'place:demo/1', { discriminator: 'store' }),
        edge('shop:a', 'AT', 'place:demo/1'),
      ]
      await load(store, [facts('1', { edges })])
      const around = ['place:demo/1', 'shop:a', 'shop:c']
      const besideB = async (query?: WalkQuery) => {
        const others = (await walkedAround(store.walk(query), ['shop:b'])).get('shop:b') ?? []
        return [...new Set(others)].toSorted()
      }
      expect(await besideB()).to.deep.equal(around)
      const promotes: WalkQuery = { types: ['PROMOTES'] }
      const asked: readonly [query: WalkQuery, keys: readonly string[]][] = [
        [promotes, ['shop:a', 'shop:c']],
        [{ types: [] }, []],
        [{ since: day(5) }, around],
        [{ since: day(6) }, ['place:demo/1', 'shop:c']],
        [{ ...promotes, until: day(5) }, ['shop:a']],
        [{ since: day(4), until: day(5) }, ['place:demo/1', 'shop:a']],
      ]
      for (const [query, keys] of asked) {
        expect(await besideB(query)).to.deep.equal(keys)
      }
      expect([...(await walkedAround(store.walk(), ['shop:nowhere']))]).to.deep.equal([])
      expect([...(await walkedAround(store.walk(), []))]).to.deep.equal([])
      const keys = ['shop:b', 'place:demo/1', 'shop:nowhere']
      const countedOf = async (...types: (readonly EdgeType[])[]) =>
        Object.fromEntries(await store.relationCounts(keys, ...types))
      expect(await countedOf()).to.deep.equal({ 'shop:b': 4, 'place:demo/1': 3 })
      expect(await countedOf(['PROMOTES'])).to.deep.equal({ 'shop:b': 2 })
    })

    it('that are shops are counted as holders, each once up to so many relations', async () => {
      await using store = await open()
      const edges = [
        edge('shop:b', 'PAID_INTO', 'account:bank/1', { discriminator: 'x' }),
        edge('shop:b', 'PAID_INTO', 'account:bank/1', { discriminator: 'y' }),
        edge('shop:a', 'HOLDS', 'account:bank/1'),
        edge('identity:demo/1', 'HOLDS', 'account:bank/1'),
        edge('account:bank/1', 'TRANSFERS_TO', 'account:bank/2'),
        edge('shop:a', 'REACHED_AT', 'contact:phone/1'),
      ]
      await load(store, [facts('1', { edges })])
      const keys = ['contact:phone/1', 'account:bank/1', 'account:bank/2', 'shop:nowhere']
      const held = async (exactUpTo: number) =>
        Object.fromEntries(await store.holderCounts(keys, exactUpTo))
      expect(await held(3)).to.deep.equal({ 'account:bank/1': 2, 'contact:phone/1': 1 })
      expect(await held(2)).to.deep.equal({ 'account:bank/1': 3, 'contact:phone/1': 1 })
      expect([...(await store.holderCounts([], 3))]).to.deep.equal([])
    })

    it('are called what people call them, without reading more', async () => {
      await using store = await open()
      await load(store, [
        facts('1', { nodes: [node('shop:a', { name: '海在名表' }), node('contact:phone/1')] }),
      ])
      const names = await store.namesOf(['shop:a', 'contact:phone/1', 'shop:nowhere'])
      expect([...names].toSorted()).to.deep.equal([
        ['contact:phone/1', '1'],
        ['shop:a', '海在名表'],
      ])
    })

    it('are paged by key, then discriminator, and filtered by kind', async () => {
      await using store = await open()
      await load(store, [
        facts('1', {
          edges: [
            edge('factory:demo/1', 'SHIPS_FROM', hub),
            edge('shop:b', 'SHIPS_FROM', hub, { discriminator: 'y' }),
            edge('shop:b', 'SHIPS_FROM', hub, { discriminator: 'x' }),
            edge('shop:a', 'SHIPS_FROM', hub),
            edge('shop:a', 'PROMOTES', 'shop:b'),
          ],
        }),
      ])
      const wanted = { ...shipsFrom, limit: 2 }
      expect(await pages(store, hub, wanted)).to.deep.equal([
        ['factory:demo/1 ', 'shop:a '],
        ['shop:b x', 'shop:b y'],
      ])
      expect(await pages(store, hub, { ...wanted, kind: 'Shop' })).to.deep.equal([
        ['shop:a ', 'shop:b x'],
        ['shop:b y'],
      ])
      expect((await store.neighbours(hub, { ...wanted, kind: 'Shop' })).total).to.equal(3)
      expect(await pages(store, hub, { ...wanted, direction: 'out' })).to.deep.equal([[]])
    })

    it('of a hub are paged ten thousand long, each once, while others are added', async () => {
      await using store = await open()
      const shops = Array.from({ length: 10_000 }, (_, at) => `shop:taobao.com/${10_000 + at}`)
      const edges = shops.map((one) => edge(one, 'SHIPS_FROM', hub))
      const rows = Array.from({ length: 20 }, (_, at) =>
        facts(`${at}`, { edges: edges.slice(at * 500, (at + 1) * 500) }),
      )
      await store.putFacts(aSource().id, rows, at(1))
      expect(await store.neighbourCounts(hub)).to.deep.equal([
        { ...shipsFrom, kind: 'Shop', count: 10_000 },
      ])
      const first = await store.neighbours(hub, { ...shipsFrom, limit: 4_000 })
      const before = edge('shop:taobao.com/0', 'SHIPS_FROM', hub)
      await store.putFacts(aSource().id, [facts('before', { edges: [before] })], at(1))
      const second = await store.neighbours(hub, { ...shipsFrom, limit: 4_000, cursor: first.next })
      const third = await store.neighbours(hub, { ...shipsFrom, limit: 4_000, cursor: second.next })
      const seen = [first, second, third].flatMap(({ items }) => items.map((one) => one.node.key))
      expect(seen).to.deep.equal(shops)
      expect([third.next, third.total]).to.deep.equal([undefined, 10_001])
    }).timeout(120_000)

    it('refuse a cursor that no page gave', async () => {
      await using store = await open()
      const refused = await pages(store, hub, { ...shipsFrom, limit: 1, cursor: '{}' }).catch(
        (error: unknown) => error,
      )
      expect(refused).to.be.instanceOf(RefusalError)
    })
  })

  describe(`scans of the ${name} store`, () => {
    const rows = [
      facts('1', {
        edges: [
          edge(shop, 'REACHED_AT', 'contact:phone/2'),
          edge(shop, 'PAID_INTO', 'account:bank/1'),
          edge(shop, 'PROMOTES', 'shop:taobao.com/10'),
        ],
      }),
      facts('2', { edges: [edge('shop:taobao.com/10', 'REACHED_AT', 'contact:phone/2')] }),
      facts('3', { nodes: [node('identity:uscc/CN/1')] }),
    ]

    it('give nodes by key and relations by from, type, to', async () => {
      await using store = await open()
      await load(store, rows)
      expect((await all(store.scanNodes())).map(({ key }) => key)).to.deep.equal([
        'account:bank/1',
        'contact:phone/2',
        'identity:uscc/CN/1',
        shop,
        'shop:taobao.com/10',
      ])
      expect((await all(store.scanNodes('Shop'))).map(({ key }) => key)).to.deep.equal([
        shop,
        'shop:taobao.com/10',
      ])
      expect((await all(store.scanEdges())).map(({ from, type }) => [from, type])).to.deep.equal([
        [shop, 'PAID_INTO'],
        [shop, 'PROMOTES'],
        [shop, 'REACHED_AT'],
        ['shop:taobao.com/10', 'REACHED_AT'],
      ])
    })

    it('give the relations among some nodes only', async () => {
      await using store = await open()
      await load(store, rows)
      const among = await store.edgesAmong([
        shop,
        'shop:taobao.com/10',
        'contact:phone/2',
        'shop:?',
      ])
      expect(among.map(({ from, to }) => [from, to])).to.deep.equal([
        [shop, 'shop:taobao.com/10'],
        [shop, 'contact:phone/2'],
        ['shop:taobao.com/10', 'contact:phone/2'],
      ])
      const keys = [shop, 'shop:taobao.com/10', 'contact:phone/2']
      expect(await store.edgesAmong(keys, ['shop:taobao.com/10'])).to.deep.equal(
        among.filter(({ from }) => from === 'shop:taobao.com/10'),
      )
      const bare = among.map(({ records: _, ...own }) => own)
      expect(await store.bareEdgesAmong(keys)).to.deep.equal(bare)
      expect(await store.bareEdgesAmong(keys, ['shop:taobao.com/10'])).to.deep.equal(
        bare.filter(({ from }) => from === 'shop:taobao.com/10'),
      )
    })

    it('find every record about a node, of the kinds asked for, page by page', async () => {
      await using store = await open()
      const parcel = (row: number, source: string) =>
        facts(`${row}`, {
          kind: 'parcel',
          row,
          source,
          nodes: [node(shop)],
          about: [node(shop).key],
        })
      await load(store, [parcel(2, 'demo/b.csv'), parcel(1, 'demo/b.csv')], aSource('demo/b.csv'))
      await load(store, [parcel(3, 'demo/a.csv')], aSource('demo/a.csv'))
      await load(store, rows)
      const first = await store.recordsAbout(shop, { kinds: ['parcel'], limit: 2 })
      const rest = await store.recordsAbout(shop, {
        kinds: ['parcel'],
        limit: 2,
        cursor: first.next,
      })
      expect([...first.items, ...rest.items].map(({ source, row }) => [source, row])).to.deep.equal(
        [
          ['demo/a.csv', 3],
          ['demo/b.csv', 1],
          ['demo/b.csv', 2],
        ],
      )
      expect([first.total, rest.next]).to.deep.equal([3, undefined])
      expect((await all(store.scanRecords(['parcel']))).map(({ row }) => row)).to.deep.equal([
        3, 1, 2,
      ])
      expect(await all(store.scanRecords([]))).to.deep.equal([])
    })

    it('tell records that say something of a node from those that are only about it', async () => {
      await using store = await open()
      const other = 'shop:taobao.com/10'
      const both = [node(shop).key, node(other).key]
      await load(store, [
        facts('is about what it says', { row: 1, nodes: [node(shop)] }),
        facts('says both', { row: 2, nodes: [node(other), node(shop)] }),
        facts('is about another alone', { row: 3, nodes: [node(shop)], about: both }),
      ])
      const rowsAbout = async (key: string) =>
        (await store.recordsAbout(key, { kinds: ['shop'], limit: 9 })).items.map(({ row }) => row)
      expect([await rowsAbout(shop), await rowsAbout(other)]).to.deep.equal([
        [1, 2, 3],
        [2, 3],
      ])
      expect((await store.node(other))?.records).to.have.length(1)
    })
  })
}

async function pages(store: Store, key: string, query: NeighbourQuery): Promise<string[][]> {
  const found: string[][] = []
  let { cursor } = query
  do {
    const page = await store.neighbours(key, { ...query, cursor })
    const alone = await store.neighbourKeys(key, { ...query, cursor })
    expect(alone).to.deep.equal({ ...page, items: page.items.map(({ node: one }) => one.key) })
    found.push(page.items.map((one) => `${one.node.key} ${one.edge.discriminator}`))
    cursor = page.next
  } while (cursor !== undefined)
  return found
}

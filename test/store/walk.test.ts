import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphEdge } from '../../server/domain/graph.ts'
import { IsoDate } from '../../server/domain/units.ts'
import type { WalkQuery } from '../../server/store/walk-reads.ts'
import { edge, facts, load } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'
import { walkedAround } from '../support/walked-around.ts'

const day = (of: number) => IsoDate.parse(`2024-03-0${of}`)
const keys = ['shop:a', 'shop:b', 'account:bank/1', 'account:bank/2', 'contact:phone/1']
const types = ['PAID_INTO', 'PROMOTES', 'REACHED_AT'] as const

/** Relations of every kind between two of the nodes: none, one, one each way, two of one type. */
const rows = keys.flatMap((from, row) =>
  keys.flatMap((to, column) => {
    if (from === to || (row + 2 * column) % 3 === 0) return []
    const type = types[(row + column) % types.length] ?? 'PROMOTES'
    const days = { firstSeen: day(1 + row), ...(column < 3 && { lastSeen: day(6 + column) }) }
    return ['', 'two'].slice(column % 2).map((discriminator) =>
      facts(`${row} ${column} ${discriminator}`, {
        edges: [edge(from, type, to, { discriminator, ...days })],
      }),
    )
  }),
)
const again = facts('again', { edges: [edge('shop:a', 'PAID_INTO', 'account:bank/1')] })

/** What a query lets through. */
const queries: readonly (readonly [WalkQuery, (edge: GraphEdge) => boolean])[] = [
  [{}, () => true],
  [{ types: ['PAID_INTO'] }, ({ type }) => type === 'PAID_INTO'],
  [{ since: day(7) }, ({ lastSeen }) => lastSeen === undefined || day(7) <= lastSeen],
  [{ until: day(3) }, ({ firstSeen }) => firstSeen === undefined || firstSeen <= day(3)],
]

for (const [name, open] of Object.entries(stores)) {
  describe(`a walk in the ${name} store`, () => {
    it('(law) tells where every relation of a node leads, and those it came by among some nodes, each once, whatever was counted before', async () => {
      await using store = await open()
      await load(store, [...rows, again])
      const all = await store.edgesAmong(keys)
      const some = fc.uniqueArray(fc.constantFrom(...keys, 'shop:nowhere'))
      await fc.assert(
        fc.asyncProperty(
          some,
          some,
          some,
          fc.constantFrom(...queries),
          async (own, among, counted, [query, fits]) => {
            const edges = all.filter(fits)
            const walk = store.walk(query)
            const counts = await walk.counts(counted.map(walk.numberOf))
            const ofTypes = all.filter(({ type }) => query.types?.includes(type) ?? true)
            expect(counts).to.deep.equal(counted.map((key) => othersOf(ofTypes, key).length))
            const around = await walkedAround(walk, own)
            for (const key of own) {
              expect((around.get(key) ?? []).toSorted()).to.deep.equal(othersOf(edges, key))
            }
            const met = edges.filter(
              ({ from, to }) =>
                (own.includes(from) || own.includes(to)) &&
                [from, to].every((end) => among.includes(end)),
            )
            expect(await walk.relations(among.map(walk.numberOf))).to.deep.equal(met.map(bare))
          },
        ),
        { numRuns: 20 },
      )
    })
  })
}

for (const [name, open] of Object.entries(stores)) {
  describe(`a walk in the ${name} store by hubs`, () => {
    const hubs = ['shop:hub', 'account:bank/hub']
    const leaves = (count: number) => Array.from({ length: count }, (_, at) => `shop:x/店${at}`)

    it('counts and follows all of what one has, however many that is', async () => {
      await using store = await open()
      const edges = leaves(450).flatMap((leaf, at) => [
        edge(leaf, 'PAID_INTO', 'account:bank/hub'),
        ...(at < 200 ? [edge('shop:hub', 'PROMOTES', leaf)] : []),
      ])
      await load(
        store,
        edges.map((own, at) => facts(`${at}`, { edges: [own] })),
      )
      for (const _time of [1, 2]) {
        const walk = store.walk()
        const nodes = [...hubs, ...leaves(450)].map(walk.numberOf)
        const counts = await walk.counts(nodes)
        expect(counts.slice(0, 2)).to.deep.equal([200, 450])
        expect(counts.slice(2)).to.deep.equal(leaves(450).map((_, at) => (at < 200 ? 2 : 1)))
        const around = await walkedAround(walk, hubs)
        expect(around.get('shop:hub')?.toSorted()).to.deep.equal(leaves(200).toSorted())
        expect(around.get('account:bank/hub')?.toSorted()).to.deep.equal(leaves(450).toSorted())
        const [first = 0] = nodes.slice(2)
        expect(await walk.relations([...nodes.slice(0, 2), first])).to.have.length(2)
      }
    })

    it('begins anew to look where relations begin once somebody has written', async () => {
      await using store = await open()
      await load(store, [facts('1', { edges: [edge('shop:a', 'AT', 'place:demo/1')] })])
      const from = async () => [...(await walkedAround(store.walk(), ['factory:demo/1'])).values()]
      expect(await from()).to.deep.equal([])
      await load(store, [
        facts('1', { edges: [edge('shop:a', 'AT', 'place:demo/1')] }),
        facts('2', { edges: [edge('factory:demo/1', 'AT', 'place:demo/1')] }),
      ])
      expect(await from()).to.deep.equal([['place:demo/1']])
    })
  })
}

function othersOf(edges: readonly GraphEdge[], key: string): readonly string[] {
  const out = edges.flatMap(({ from, to }) => (from === key ? [to] : []))
  const into = edges.flatMap(({ from, to }) => (to === key ? [from] : []))
  return [...out, ...into].toSorted()
}

function bare({ properties: _, records, ...own }: GraphEdge) {
  return { ...own, records: records.length }
}

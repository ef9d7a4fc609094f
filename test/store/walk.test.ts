import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphEdge } from '../../server/domain/graph.ts'
import { IsoDate } from '../../server/domain/units.ts'
import type { WalkQuery } from '../../server/store/walk-reads.ts'
import { edge, facts, load } from '../support/store-builders.ts'
import { stores } from '../support/stores.ts'

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
    it('(law) tells where every relation of a node leads, and those it came by among some nodes, each once', async () => {
      await using store = await open()
      await load(store, [...rows, again])
      const all = await store.edgesAmong(keys)
      const some = fc.uniqueArray(fc.constantFrom(...keys, 'shop:nowhere'))
      await fc.assert(
        fc.asyncProperty(
          some,
          some,
          fc.constantFrom(...queries),
          async (own, among, [query, fits]) => {
            const edges = all.filter(fits)
            const walk = store.walk(query)
            const around = await walk.around(own)
            for (const key of own) {
              expect((around.get(key) ?? []).toSorted()).to.deep.equal(othersOf(edges, key))
            }
            const met = edges.filter(
              ({ from, to }) =>
                (own.includes(from) || own.includes(to)) &&
                [from, to].every((end) => among.includes(end)),
            )
            expect(await walk.relations(new Set(among))).to.deep.equal(met.map(bare))
          },
        ),
        { numRuns: 20 },
      )
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

import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { type IsoDate, probabilityToBits } from '../../server/domain/units.ts'
import type { Clue } from '../../server/trace/clue.ts'
import { clueWeights } from '../../server/trace/clue-weights.ts'
import { factoryChances } from '../../server/trace/factory-chances.ts'
import { supplyOf } from '../../server/trace/supply.ts'
import { traceRing } from '../../server/trace/trace-ring.ts'
import { edge, nodesOf, parcel, ringOf, s1, s2, s3, strangers } from '../support/trace-builders.ts'

const codes = Object.keys(clueWeights) as Clue['says'][]
const clue = fc.record({
  says: fc.constantFrom(...codes.filter((code) => code !== 'base')),
  amount: fc.double({ min: 0.1, max: 6, noNaN: true }),
  count: fc.nat(9),
  records: fc.constant([]),
})
const ring = fc
  .dictionary(fc.constantFrom('factory:a', 'factory:b', 'factory:c'), fc.array(clue), {
    minKeys: 1,
  })
  .map((own) => new Map(Object.entries(own)))

const on = (one: GraphEdge, firstSeen: string): GraphEdge => ({
  ...one,
  firstSeen: firstSeen as IsoDate,
})

function chances(
  edges: readonly GraphEdge[],
  records: Parameters<typeof supplyOf>[0]['records'] = [],
  isDated = false,
) {
  const nodes = nodesOf(edges)
  const opened = (node: GraphNode): GraphNode => ({ ...node, firstSeen: '2025-01-01' as IsoDate })
  const dated = new Map(Array.from(nodes, ([key, node]) => [key, isDated ? opened(node) : node]))
  const found = traceRing(ringOf(s1, s2, s3), supplyOf({ nodes: dated, edges, records }))
  return Object.fromEntries(found.map(({ target, probability }) => [target, probability ?? -1]))
}

describe('factoryChances', () => {
  it('shares one certainty among all factories and one that no record leads to', () => {
    fc.assert(
      fc.property(ring, (clues) => {
        const all = [...factoryChances(clues).values()]
        const named = all.reduce((sum, { probability }) => sum + probability, 0)
        const odds = all.map(({ ledger }) => 2 ** ledger.reduce((sum, { bits }) => sum + bits, 0))
        const unknown = 1 / (1 + odds.reduce((sum, own) => sum + own, 0))
        expect(named + unknown).to.be.closeTo(1, 1e-9)
      }),
    )
  })

  it('tells in its ledger what the odds against an unknown factory are', () => {
    const one = { says: 'parcels-sent', amount: 2, count: 3, records: [] } as const
    const [chance] = factoryChances(new Map([['factory:a', [one]]])).values()
    const bits = chance?.ledger.reduce((sum, own) => sum + own.bits, 0)
    expect(probabilityToBits(chance?.probability ?? 0)).to.be.closeTo(bits ?? 0, 1e-9)
  })

  it('gives the same numbers in any order of the factories', () => {
    fc.assert(
      fc.property(ring, (clues) => {
        const turned = new Map([...clues].reverse())
        expect([...factoryChances(turned)]).to.deep.equal([...factoryChances(clues)])
      }),
    )
  })

  it('lowers what is left for one factory when another gains', () => {
    const stated = { says: 'stated', amount: 1, count: 1, records: [] } as const
    const before = factoryChances(
      new Map([
        ['a', [stated]],
        ['b', []],
      ]),
    )
    const after = factoryChances(
      new Map([
        ['a', [stated]],
        ['b', [stated, stated]],
      ]),
    )
    expect(after.get('a')?.probability).to.be.below(before.get('a')?.probability ?? 0)
  })
})

describe('the probability of a factory behind a ring', () => {
  it('is higher for the factory that is stated of more shops, and for the newer of two statements', () => {
    const more = chances([
      edge(s1, 'SUPPLIED_BY', 'factory:d/a', 1),
      edge(s2, 'SUPPLIED_BY', 'factory:d/a', 2),
      edge(s3, 'SUPPLIED_BY', 'factory:d/b', 3),
    ])
    expect(more['factory:d/b']).to.be.below(more['factory:d/a'] ?? 0)
    const newer = chances([
      on(edge(s1, 'SUPPLIED_BY', 'factory:d/a', 1), '2025-03-01'),
      on(edge(s2, 'SUPPLIED_BY', 'factory:d/b', 2), '2024-03-01'),
    ])
    expect(newer['factory:d/b']).to.be.below(newer['factory:d/a'] ?? 0)
  })

  it('rises with every parcel that the factory sent and never falls by a shared address or telephone', () => {
    const stated = [edge(s1, 'SUPPLIED_BY', 'factory:d/a', 1)]
    const sent = (count: number) =>
      chances(
        stated,
        Array.from({ length: count }, (_, n) =>
          parcel(50 + n, 'p/1', { consignor: 'factory:d/a' }),
        ),
      )['factory:d/a'] ?? 0
    expect(sent(0)).to.be.below(sent(1))
    expect(sent(1)).to.be.below(sent(5))
    const phone = [
      edge(s2, 'REACHED_AT', 'contact:phone/1', 2),
      edge('factory:d/a', 'REACHED_AT', 'contact:phone/1', 3),
    ]
    expect(sent(0)).to.be.below(chances([...stated, ...phone])['factory:d/a'] ?? 0)
  })

  it('is higher for the factory that the latest shop names, by a statement or by a parcel', () => {
    const stated = (shop: string, factory: string, n: number) =>
      edge(shop, 'SUPPLIED_BY', factory, n)
    const found = chances([stated(s1, 'factory:d/a', 1), stated(s3, 'factory:d/b', 2)], [], true)
    expect(found['factory:d/a']).to.be.below(found['factory:d/b'] ?? 0)
    const sent = (n: number, shop: string, consignor: string) => parcel(n, shop, { consignor })
    const parcels = [sent(50, 'p/1', 'factory:d/a'), sent(51, 'p/3', 'factory:d/b')]
    const named = [stated(s2, 'factory:d/a', 1), stated(s2, 'factory:d/b', 2)]
    const shipped = chances([...named, edge(s3, 'SHIPS_FROM', 'origin:x', 3)], parcels, true)
    expect(shipped['factory:d/a']).to.be.below(shipped['factory:d/b'] ?? 0)
  })

  it('is not told where a hub alone leads there, and is where anything else does', () => {
    const hub = 'origin:parcel hub'
    const through = (users: number) =>
      chances([
        edge(s1, 'SHIPS_FROM', hub, 1),
        ...strangers(users).map((shop, n) => edge(shop, 'SHIPS_FROM', hub, n + 50)),
        edge('factory:d/a', 'SHIPS_FROM', hub, 90),
        edge('factory:d/b', 'SHIPS_FROM', hub, 91),
        edge(s2, 'SUPPLIED_BY', 'factory:d/b', 92),
      ])
    expect(through(30)['factory:d/a']).to.equal(-1)
    expect(through(2)['factory:d/a']).to.be.above(0)
    expect(through(30)['factory:d/b']).to.be.above(through(2)['factory:d/b'] ?? 1)
  })

  it('is not told of places and origins', () => {
    const found = chances([edge(s1, 'SHIPS_FROM', 'origin:village', 1)])
    expect(found).to.deep.equal({ 'origin:village': -1 })
  })
})

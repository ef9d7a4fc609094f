import { expect } from 'chai'
import fc from 'fast-check'

import { Attribution } from '../../server/domain/attribution.ts'
import type { GraphEdge } from '../../server/domain/graph.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { supplyOf } from '../../server/trace/supply.ts'
import { traceRing } from '../../server/trace/trace-ring.ts'
import { twoOrders } from '../support/ring-builders.ts'
import {
  buy,
  edge,
  hash,
  nodesOf,
  parcel,
  ringOf,
  s1,
  s2,
  s3,
  strangers,
} from '../support/trace-builders.ts'

function trace(
  edges: readonly GraphEdge[],
  records: readonly SourceRecord[] = [],
  { ring = ringOf(s1, s2), closed = [] as string[] } = {},
) {
  return traceRing(ring, supplyOf({ nodes: nodesOf(edges, closed), edges, records }))
}

describe('traceRing', () => {
  it('finds the factory that a shop is said to be supplied by', () => {
    const [found] = trace([edge(s1, 'SUPPLIED_BY', 'factory:d/f', 1, 2)])
    expect({ ...found, probability: undefined, ledger: undefined }).to.deep.equal({
      ring: 'ring:p/1',
      target: 'factory:d/f',
      kind: 'Factory',
      name: 'name of factory:d/f',
      rank: 1,
      parcels: 0,
      testBuys: 0,
      links: 1,
      shops: [s1],
      strangers: 0,
      hub: false,
      path: [{ from: s1, relation: 'SUPPLIED_BY', to: 'factory:d/f', records: [hash(1), hash(2)] }],
      weakest: 0,
      missing: ['no-test-buy', 'no-parcel', 'no-address'],
      probability: undefined,
      ledger: undefined,
    })
    expect(found?.ledger?.map(({ says }) => says)).to.deep.equal([
      'base',
      'stated-newest',
      'stated',
      'silent-shops',
    ])
    expect(found?.probability).to.be.within(0.5, 1)
  })

  it('follows an origin to the factory that ships from it and to the place it is at', () => {
    const edges = [
      edge(s1, 'SHIPS_FROM', 'origin:village', 1, 2, 3),
      edge('factory:d/f', 'SHIPS_FROM', 'origin:village', 9),
      edge('origin:village', 'AT', 'place:yard', 8),
    ]
    const [factory, place, ...others] = trace(edges)
    expect([factory?.target, place?.target, others.length]).to.deep.equal([
      'factory:d/f',
      'place:yard',
      0,
    ])
    expect(factory?.path.map(({ from, relation, to }) => [from, relation, to])).to.deep.equal([
      [s1, 'SHIPS_FROM', 'origin:village'],
      ['factory:d/f', 'SHIPS_FROM', 'origin:village'],
    ])
    expect(factory?.weakest).to.equal(1)
    expect(factory?.missing).to.include('single-source')
  })

  it('names an origin itself where nobody knows its place', () => {
    const found = trace([edge(s1, 'SHIPS_FROM', 'origin:village', 1)])
    expect(found.map(({ target, kind }) => [target, kind])).to.deep.equal([
      ['origin:village', 'Origin'],
    ])
  })

  it('counts each waybill once and joins test buys by it', () => {
    const edges = [
      edge(s1, 'SHIPS_FROM', 'origin:village', 1, 2, 3, 7),
      edge('factory:d/f', 'SHIPS_FROM', 'origin:village', 9),
    ]
    const records = [
      parcel(1, 'p/1'),
      parcel(2, 'p/1'),
      parcel(3, 'p/1', { waybill: 'W2' }),
      buy(4, '1', { waybill: 'w 2' }),
      buy(5, '1', { waybill: 'elsewhere' }),
    ]
    const [factory] = trace(edges, records)
    expect([factory?.parcels, factory?.testBuys, factory?.links]).to.deep.equal([2, 1, 1])
    expect(factory?.missing).not.to.include.members(['no-test-buy', 'no-parcel'])
  })

  it('takes the sender, the consignor and the first scan of a parcel for steps of their own', () => {
    const edges = [
      edge('shop:q/9', 'SUPPLIED_BY', 'factory:d/named', 20),
      edge('factory:d/site', 'AT', 'place:yard', 21),
    ]
    const records = [
      parcel(1, 'p/1', { sender_name: 'name of factory:d/named' }),
      parcel(2, 'p/1', { consignor: 'factory:d/consignor' }),
      parcel(3, '', { first_scan_place: 'place:yard' }),
      buy(4, '2', { waybill: 'W3', result: 'pending' }),
    ]
    const found = trace(edges, records)
    const relations = found.map(({ target, path }) => [target, path[0]?.relation])
    expect(relations).to.deep.equal([
      ['factory:d/consignor', 'SENT_BY'],
      ['factory:d/named', 'SENT_BY'],
      ['factory:d/site', 'SCANNED_AT'],
      ['place:yard', 'SCANNED_AT'],
    ])
    expect(found[2]?.missing).to.include('no-verified-test-buy')
  })

  it('marks a hub, ranks it last, and trusts nothing that it alone leads to', () => {
    const hub = 'origin:parcel hub'
    const edges = [
      edge(s1, 'SHIPS_FROM', hub, ...Array.from({ length: 30 }, (_, n) => n + 1)),
      ...strangers(20).map((shop, n) => edge(shop, 'SHIPS_FROM', hub, n + 50)),
      edge('factory:d/far', 'SHIPS_FROM', hub, 90),
      edge(s2, 'SUPPLIED_BY', 'factory:d/near', 91),
      edge(hub, 'AT', 'place:station', 92),
    ]
    const records = Array.from({ length: 30 }, (_, n) => parcel(n + 1, 'p/1'))
    const found = trace(edges, records)
    expect(
      found.map(({ target, hub: isHub, missing }) => [
        target,
        isHub,
        missing.includes('hub-on-path'),
      ]),
    ).to.deep.equal([
      ['factory:d/near', false, false],
      ['factory:d/far', false, true],
      ['place:station', true, true],
    ])
    expect(found.at(-1)?.strangers).to.equal(20)
  })

  it('does not count parcels through a hub for a factory that something else leads to', () => {
    const hub = 'origin:parcel hub'
    const edges = [
      edge(s1, 'SHIPS_FROM', hub, 1, 2, 3),
      ...strangers(20).map((shop, n) => edge(shop, 'SHIPS_FROM', hub, n + 50)),
      edge('factory:d/f', 'SHIPS_FROM', hub, 90),
      edge(s1, 'SUPPLIED_BY', 'factory:d/f', 91),
    ]
    const [factory] = trace(edges, [parcel(1, 'p/1'), parcel(2, 'p/1'), parcel(3, 'p/1')])
    expect([factory?.parcels, factory?.links, factory?.strangers]).to.deep.equal([0, 1, 0])
  })

  it('shows the path of a shop that is still open before a better one of a closed shop', () => {
    const edges = [
      edge(s1, 'SUPPLIED_BY', 'factory:d/f', 1, 2, 3),
      edge(s2, 'SUPPLIED_BY', 'factory:d/f', 4),
    ]
    const [open] = trace(edges, [], { closed: [s1] })
    expect(open?.path[0]?.from).to.equal(s2)
    const [none] = trace(edges.slice(0, 1), [], { closed: [s1], ring: ringOf(s1, s3) })
    expect(none?.missing).to.include('no-live-shop')
  })

  it('says nothing of what only strangers lead to', () => {
    expect(trace([edge('shop:q/1', 'SUPPLIED_BY', 'factory:d/f', 1)])).to.deep.equal([])
  })

  const key = (prefix: string, count: number) =>
    fc.integer({ min: 1, max: count }).map((n) => `${prefix}/${n}`)
  const relation = fc.oneof(
    fc.tuple(key('shop:p', 6), fc.constant('SUPPLIED_BY' as const), key('factory:d', 4)),
    fc.tuple(key('shop:p', 30), fc.constant('SHIPS_FROM' as const), key('origin:o', 4)),
    fc.tuple(key('factory:d', 4), fc.constant('SHIPS_FROM' as const), key('origin:o', 4)),
    fc.tuple(key('factory:d', 4), fc.constant('AT' as const), key('place:p', 3)),
    fc.tuple(key('origin:o', 4), fc.constant('AT' as const), key('place:p', 3)),
  )
  const edges = fc.uniqueArray(
    fc
      .tuple(
        relation,
        fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      )
      .map(([[from, type, to], records]) => edge(from, type, to, ...records)),
    { minLength: 10, maxLength: 60, selector: ({ from, type, to }) => `${from} ${type} ${to}` },
  )
  const records = [
    ...Array.from({ length: 15 }, (_, n) =>
      parcel(n + 1, `p/${(n % 6) + 1}`, { waybill: `W${n % 9}` }),
    ),
    ...Array.from({ length: 5 }, (_, n) => buy(n + 16, `${n + 1}`, { waybill: `W${n}` })),
  ]
  const ring = ringOf(s1, s2, s3)

  it('(law) does not depend on the order of edges or records', () => {
    fc.assert(
      fc.property(
        twoOrders(edges),
        twoOrders(fc.constant(records)),
        ([one, other], [first, second]) => {
          expect(trace(other, second, { ring })).to.deep.equal(trace(one, first, { ring }))
        },
      ),
    )
  })

  it('(law) ranks from 1, names each target once, and shows a path that leads there', () => {
    fc.assert(
      fc.property(edges, (graph) => {
        const found = trace(graph, records, { ring })
        expect(found.map(({ rank }) => rank)).to.deep.equal(found.map((_, n) => n + 1))
        expect(new Set(found.map(({ target }) => target)).size).to.equal(found.length)
        for (const attribution of found) {
          Attribution.parse(attribution)
          const { path, target, shops, weakest } = attribution
          const end = path.reduce(
            (here, { from, to }) => (here === from ? to : from),
            path[0]?.from ?? '',
          )
          expect([end, shops.includes(path[0]?.from ?? '')]).to.deep.equal([target, true])
          const least = Math.min(...path.map((step) => step.records.length))
          expect(path[weakest]?.records.length).to.equal(least)
        }
      }),
    )
  })

  it('(law) counts no fewer parcels when one more is seen', () => {
    fc.assert(
      fc.property(edges, (graph) => {
        const before = new Map(trace(graph, records, { ring }).map((a) => [a.target, a.parcels]))
        const more = [...records, parcel(41, 'p/1', { consignor: 'factory:d/1' })]
        for (const { target, parcels } of trace(graph, more, { ring })) {
          expect(parcels).to.be.at.least(before.get(target) ?? 0)
        }
      }),
    )
  })
})

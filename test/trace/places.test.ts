import { expect } from 'chai'
import fc from 'fast-check'

import type { GraphEdge } from '../../server/domain/graph.ts'
import type { RecordKind, SourceRecord } from '../../server/domain/record.ts'
import type { SamePlaces } from '../../server/linkage/identities/same-places.ts'
import { placesOf } from '../../server/trace/places.ts'
import { supplyOf } from '../../server/trace/supply.ts'
import { traceRing } from '../../server/trace/trace-ring.ts'
import { edge, hash, nodesOf, parcel, ringOf, s1, s2 } from '../support/trace-builders.ts'

const [yard, village, works] = ['place:yard', 'origin:village', 'factory:d/works'] as const

function row(n: number, kind: RecordKind, fields: SourceRecord['fields']): SourceRecord {
  return { ...parcel(n, '', fields), kind, fields }
}

function told(
  edges: readonly GraphEdge[],
  records: readonly SourceRecord[],
  { places = { standsFor: new Map(), others: new Map() } as SamePlaces, saidOf = {} } = {},
) {
  const said: Readonly<Record<string, readonly number[]>> = saidOf
  const nodes = new Map(
    [...nodesOf(edges)].map(([key, node]) => [
      key,
      { ...node, records: (said[key] ?? []).map(hash) },
    ]),
  )
  return placesOf({ nodes, edges, records, places })
}

describe('placesOf', () => {
  it('tells the role that each row gives a place with its basis, where one relation stands for all of them', () => {
    const records = [
      row(1, 'place', { role: 'pack', basis: 'observed', seen_on: '2025-12-02' }),
      row(2, 'place', { role: 'make', basis: 'registered' }),
    ]
    const [found] = told([edge(works, 'AT', yard, 1, 2)], records, { saidOf: { [yard]: [1, 2] } })(
      works,
    )
    expect(found).to.deep.equal({
      key: yard,
      name: 'name of place:yard',
      uses: [
        { role: 'make', basis: 'registered', count: 1, records: [hash(2)] },
        {
          ...{ role: 'pack', basis: 'observed', count: 1, records: [hash(1)] },
          ...{ first: '2025-12-02', last: '2025-12-02' },
        },
      ],
      visits: [],
      seenOnSite: true,
    })
  })

  it('says of an address that is only registered or reported that nobody saw it', () => {
    const edges = [edge('identity:uscc/CN/9', 'AT', yard, 1), edge(works, 'AT', yard, 2)]
    const [found] = told(edges, [])(yard)
    expect(found?.uses.map(({ role, basis }) => [role, basis])).to.deep.equal([
      ['make', 'reported'],
      ['office', 'registered'],
    ])
    expect(found?.seenOnSite).to.equal(false)
  })

  it('takes parcels for printed, a first scan for observed, and shops’ rows for reported', () => {
    const edges = [edge(village, 'AT', yard, 9), edge(s1, 'SHIPS_FROM', village, 1, 2)]
    const records = [
      parcel(1, 'p/1'),
      parcel(3, 'p/1', { first_scan_place: yard, sent_on: '2025-02-01' }),
      row(9, 'place', { basis: 'reported' }),
    ]
    const [found] = told(edges, records)(village)
    expect(found?.uses.map(({ role, basis, count }) => [role, basis, count])).to.deep.equal([
      ['dispatch', 'observed', 1],
      ['dispatch', 'reported', 1],
      ['dispatch', 'printed', 1],
    ])
  })

  it('counts a visit to somebody for his place as long as he has one place only', () => {
    const visit = row(5, 'event', { subject: works, event: 'raid', on: '2025-06-01' })
    const one = told([edge(works, 'AT', yard, 1)], [visit])(yard)
    expect(one[0]?.visits).to.deep.equal([{ event: 'raid', on: '2025-06-01', record: hash(5) }])
    expect(one[0]?.seenOnSite).to.equal(true)
    const two = [edge(works, 'AT', yard, 1), edge(works, 'AT', 'place:office', 2)]
    expect(told(two, [visit])(yard)[0]?.visits).to.deep.equal([])
  })

  it('puts together what is said of several names of one place', () => {
    const places = {
      standsFor: new Map([
        [yard, yard],
        ['place:Yard', yard],
        [village, yard],
      ]),
      others: new Map([
        [
          yard,
          [
            { key: 'place:Yard', bits: 3 },
            { key: village, bits: 2 },
          ],
        ],
      ]),
    }
    const edges = [edge(works, 'AT', 'place:Yard', 1), edge(s1, 'SHIPS_FROM', village, 2)]
    const of = told(edges, [], { places })
    expect(of(village)).to.deep.equal(of('place:Yard'))
    expect(of(works)[0]?.uses.map(({ role }) => role)).to.deep.equal(['make', 'dispatch'])
    expect(of(yard)[0]?.sameAs?.map(({ key }) => key)).to.deep.equal(['place:Yard', village])
  })

  it('says the same in any order of what is said', () => {
    const edges = [
      edge(works, 'AT', yard, 1, 7),
      edge(village, 'AT', yard, 2),
      edge(s1, 'SHIPS_FROM', village, 3),
      edge(s2, 'SHIPS_FROM', village, 4),
    ]
    const records = [
      parcel(3, 'p/1'),
      row(7, 'place', { role: 'store', basis: 'observed' }),
      row(8, 'event', { subject: yard, event: 'inspection', on: '2025-01-01' }),
      row(6, 'event', { subject: yard, event: 'site_visit', on: '2025-01-01' }),
    ]
    const saidOf = { [yard]: [7] }
    const whole = JSON.stringify(told(edges, records, { saidOf })(yard))
    fc.assert(
      fc.property(
        fc.shuffledSubarray(edges, { minLength: edges.length }),
        fc.shuffledSubarray(records, { minLength: records.length }),
        (some, rows) => {
          expect(JSON.stringify(told(some, rows, { saidOf })(yard))).to.equal(whole)
        },
      ),
    )
  })
})

describe('traceRing of places', () => {
  it('leads from an address on parcels to the factory whose place is written otherwise', () => {
    const places = {
      standsFor: new Map([
        [yard, yard],
        [village, yard],
      ]),
      others: new Map([[yard, [{ key: village, bits: 4 }]]]),
    }
    const edges = [edge(s1, 'SHIPS_FROM', village, 1), edge(works, 'AT', yard, 2)]
    const nodes = nodesOf(edges)
    const apart = traceRing(ringOf(s1, s2), supplyOf({ nodes, edges, records: [] }))
    expect(apart.map(({ target }) => target)).to.deep.equal([village])
    const placesKnown = placesOf({ nodes, edges, records: [], places })
    const found = traceRing(
      ringOf(s1, s2),
      supplyOf({ nodes, edges, records: [], places, placesOf: placesKnown }),
    )
    expect(found.map(({ target }) => target)).to.deep.equal([works, yard])
    expect(found[0]?.path.map(({ relation }) => relation)).to.deep.equal([
      'SHIPS_FROM',
      'SAME_ADDRESS',
      'AT',
    ])
    expect(found[0]?.missing.at(-1)).to.equal('not-seen-on-site')
    expect(found[0]?.ledger?.map(({ says }) => says)).to.include('same-address')
  })
})

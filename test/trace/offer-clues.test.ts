import { expect } from 'chai'

import type { GraphEdge, GraphNode, Properties } from '../../server/domain/graph.ts'
import type { SourceRecord } from '../../server/domain/record.ts'
import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import type { Listing } from '../../server/linkage/catalogue/listing.ts'
import { supplyOf } from '../../server/trace/supply.ts'
import { traceRing } from '../../server/trace/trace-ring.ts'
import {
  edge,
  factoryRow,
  hash,
  nodesOf,
  ringOf,
  s1,
  s2,
  strangers,
} from '../support/trace-builders.ts'

const [mine, other] = ['factory:d/mine', 'factory:CN/91350200MA2XNUW04P'] as const

function listing(n: number, shop: string, title: string, ...images: string[]): Listing {
  return { shop, title, images, imageScheme: 'opaque', record: hash(n) }
}

function said(
  edges: readonly GraphEdge[],
  {
    listings = [] as readonly Listing[],
    about = {},
    more = [] as readonly GraphNode[],
    records = [] as readonly SourceRecord[],
  } = {},
) {
  const properties: Readonly<Record<string, Properties>> = about
  const nodes = [...nodesOf(edges).values(), ...more].map((node) => ({
    ...node,
    properties: properties[node.key] ?? {},
    records: [hash(1), hash(2), hash(7), hash(8)],
  }))
  const supply = supplyOf({
    nodes: new Map(nodes.map((node) => [node.key, node])),
    ...{ edges, records, listings: listingColumns(listings) },
  })
  const found = traceRing(ringOf(s1, s2), supply)
  return (target: string, says: string) =>
    found.find((one) => one.target === target)?.ledger?.find((clue) => clue.says === says)
}

describe('what a ring offers', () => {
  const stated = [edge(s1, 'SUPPLIED_BY', mine, 1), edge('shop:q/1', 'SUPPLIED_BY', mine, 2)]

  it('speaks for a factory by pictures that its other shops show, unless very many do', () => {
    const pictures = [listing(11, s2, 'bag', 'lotus'), listing(12, 'shop:q/1', 'bag', 'lotus')]
    const clue = said(stated, { listings: pictures })(mine, 'shared-pictures')
    expect([clue?.count, clue?.records]).to.deep.equal([1, [hash(11)]])
    const passedAround = strangers(25).map((shop, n) => listing(n + 30, shop, 'bag', 'lotus'))
    const among = said(stated, { listings: [...pictures, ...passedAround] })
    expect(among(mine, 'shared-pictures')).to.equal(undefined)
  })

  it('speaks for a factory whose name a listing writes', () => {
    const named = [listing(11, s2, 'Bag, NAME of factory:d/mine'), listing(12, s1, 'bag')]
    const clue = said(stated, { listings: named })(mine, 'named-in-listings')
    expect([clue?.count, clue?.records]).to.deep.equal([1, [hash(11)]])
  })

  it('speaks for a factory that makes what it sells, by the rows that say so and not by all that name the factory', () => {
    const about = { [s1]: { categories: ['shoes'] }, [mine]: { products: ['shoes'] } }
    const records = [factoryRow(7, { name: 'Mine' }), factoryRow(8, { products: ['shoes'] })]
    const clue = said(stated, { about, records })(mine, 'same-goods')
    expect(clue?.records).to.deep.equal([hash(8)])
  })

  it('speaks for and against a factory by what its other shops and its region sell', () => {
    const far = 'factory:d/far'
    const edges = [
      ...stated,
      ...strangers(9).map((shop, n) => edge(shop, 'SUPPLIED_BY', n < 6 ? far : other, n + 20)),
    ]
    const about = {
      [s1]: { categories: ['shoes'] },
      'shop:q/1': { categories: ['shoes'] },
      ...Object.fromEntries(strangers(9).map((shop) => [shop, { categories: ['phones'] }])),
      [mine]: { region: 'FJ' },
      [far]: { region: 'FJ' },
    }
    const clue = said(edges, { about })
    expect(clue(mine, 'usual-goods')?.bits).to.be.above(0)
    expect(clue(mine, 'regional-goods')?.bits).to.be.below(0)
    expect(clue(mine, 'regional-goods')?.count).to.equal(6)
  })
})

describe('people', () => {
  const company = 'identity:uscc/CN/91350200MA2XNUW04P'
  const works = [edge('shop:q/1', 'SUPPLIED_BY', other, 9)]

  it('lead from a shop to the factory that its registrant is, runs, or is reached with', () => {
    const is = [edge(s1, 'REGISTERED_TO', company, 1)]
    const runs = [
      edge(s1, 'REGISTERED_TO', 'identity:d/1/li', 1),
      edge('identity:d/1/li', 'RUNS', company, 2),
    ]
    const reached = [
      edge(s1, 'REGISTERED_TO', 'identity:d/1/li', 1),
      edge('identity:d/1/li', 'REACHED_AT', 'contact:phone/1', 2),
      edge(other, 'REACHED_AT', 'contact:phone/1', 3),
    ]
    expect(said([...works, ...is])(other, 'shared-person')?.count).to.equal(1)
    expect(said([...works, ...runs])(other, 'shared-person')?.count).to.equal(1)
    expect(said([...works, ...reached])(other, 'shared-contact')?.count).to.equal(1)
    expect(said([...works, ...reached])(other, 'shared-person')).to.equal(undefined)
  })

  it('lead nowhere when very many shops are registered to them', () => {
    const agent = strangers(25).map((shop, n) => edge(shop, 'REGISTERED_TO', company, n + 20))
    const clue = said([...works, ...agent, edge(s1, 'REGISTERED_TO', company, 1)])
    expect(clue(other, 'shared-person')).to.equal(undefined)
    // What leads there is found, and no reason to name it.
    expect(clue(other, 'base')).to.equal(undefined)
  })
})

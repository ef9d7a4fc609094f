import { expect } from 'chai'

import type { GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import type { IsoDate, Sha256 } from '../../server/domain/units.ts'
import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import { eachListing } from '../../server/linkage/catalogue/listing-rows.ts'
import { knownBy } from '../../server/linkage/known-by.ts'

const day = '2025-06-01' as IsoDate

describe('knownBy', () => {
  it('knows nothing of a shop that had not begun', () => {
    const known = knownBy(
      {
        nodes: [shop('old', '2025-01-01'), shop('new', '2025-06-02'), phone],
        edges: [edge('old', '2025-01-03'), edge('new', undefined)],
        listings: listingColumns([listing('old', '2025-01-02', 1), listing('new', undefined, 2)]),
      },
      day,
    )
    expect(known.nodes.map(({ key }) => key)).to.deep.equal(['shop:old', 'shop:new', phone.key])
    expect(known.edges.map(({ from }) => from)).to.deep.equal(['shop:old'])
    expect(shopsOf(known.listings)).to.deep.equal(['shop:old'])
  })

  it('leaves out what was first seen later', () => {
    const known = knownBy(
      {
        nodes: [shop('old', '2025-01-01'), shop('gone', '2025-01-01', day), phone],
        edges: [edge('old', '2025-06-02'), edge('gone', day)],
        listings: listingColumns([listing('old', '2025-06-02', 1), listing('gone', day, 2)]),
      },
      day,
    )
    expect(known.edges.map(({ from }) => from)).to.deep.equal(['shop:gone'])
    expect(shopsOf(known.listings)).to.deep.equal(['shop:gone'])
  })

  it('knows of no end of a life that came later, and of no life that began later', () => {
    const lives = [
      { from: '2025-01-01', to: '2025-03-01', began: 'opened', ended: 'counterfeit' },
      { from: '2025-04-01', to: '2025-06-02', began: 'reinstated', ended: 'counterfeit' },
      { from: '2025-07-01', began: 'reinstated' },
    ]
    const { nodes } = knownBy({ nodes: [node('shop:old', 'Shop', lives)], edges: [] }, day)
    expect(nodes[0]?.lives).to.deep.equal([lives[0], { from: '2025-04-01', began: 'reinstated' }])
  })

  it('keeps an end on the day itself, and one that nobody dated', () => {
    const lives = [
      { from: '2025-01-01', to: day, began: 'opened', ended: 'counterfeit' },
      { began: 'opened', ended: 'counterfeit' },
    ]
    const { nodes } = knownBy({ nodes: [node('shop:old', 'Shop', lives)], edges: [] }, day)
    expect(nodes[0]?.lives).to.deep.equal(lives)
  })

  it('changes nothing on a day after everything', () => {
    const evidence = {
      nodes: [shop('old', '2025-01-01', '2025-03-01'), phone],
      edges: [edge('old', '2025-01-01')],
      listings: listingColumns([listing('old', '2025-01-02', 1)]),
    }
    expect(knownBy(evidence, day)).to.deep.equal(evidence)
  })
})

const phone = node('contact:phone/1', 'Contact', [])

function shop(name: string, from: string, to?: string): GraphNode {
  const ended = to === undefined ? {} : { to, ended: 'owner' }
  return node(`shop:${name}`, 'Shop', [{ from, began: 'opened', ...ended }])
}

function node(key: string, kind: string, lives: readonly object[]): GraphNode {
  return { key, kind, name: key, properties: {}, lives, records: [] } as unknown as GraphNode
}

function edge(name: string, firstSeen: string | undefined): GraphEdge {
  return { from: `shop:${name}`, type: 'REACHED_AT', to: phone.key, firstSeen } as GraphEdge
}

function listing(name: string, seenOn: string | undefined, n: number) {
  return {
    shop: `shop:${name}`,
    title: 'a bag',
    images: ['1'],
    imageScheme: 'opaque',
    brand: undefined,
    price: 1,
    currency: 'CNY',
    seenOn: seenOn as IsoDate | undefined,
    record: String(n).repeat(64) as Sha256,
  } as const
}

function shopsOf(listings: Parameters<typeof eachListing>[0] | undefined): string[] {
  return listings === undefined ? [] : Array.from(eachListing(listings), (own) => own.shop)
}

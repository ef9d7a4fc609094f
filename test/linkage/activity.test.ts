import { expect } from 'chai'

import type { EdgeType, GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import type { IsoDate } from '../../server/domain/units.ts'
import { firstActivity } from '../../server/linkage/activity.ts'
import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import { timesOf } from '../../server/linkage/gap.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { aListing } from './catalogue/listings.ts'
import { market, options, shopKey, strangers } from './market.ts'

const asOf = '2026-01-01' as IsoDate

describe('first activity', () => {
  it('is the first day on which a listing, a registrant, a contact, an account or an origin was seen', () => {
    const listings = listingColumns([
      aListing('a', 1, { seenOn: '2024-03-05' as IsoDate }),
      aListing('a', 2, { seenOn: '2024-03-01' as IsoDate }),
      aListing('b', 3),
    ])
    const seen = firstActivity({
      nodes: [],
      edges: [edge('a', 'PAID_INTO', '2024-04-01')],
      listings,
    })
    expect(seen.get(shopKey('a'))).to.equal('2024-03-01')
    expect(seen.has(shopKey('b'))).to.equal(false)
    for (const type of ['REGISTERED_TO', 'REACHED_AT', 'PAID_INTO', 'SHIPS_FROM'] as const) {
      const edges = [edge('a', type, '2024-02-02'), edge('a', type, '2024-02-01'), edge('a', type)]
      expect(firstActivity({ nodes: [], edges }).get(shopKey('a')), type).to.equal('2024-02-01')
    }
  })

  it('is not shown by what others say of a shop that nobody need run', () => {
    const edges = (['SUPPLIED_BY', 'PROMOTES', 'RESELLS_FOR'] as const).map((type) =>
      edge('a', type, '2024-02-01'),
    )
    expect(firstActivity({ nodes: [], edges }).size).to.equal(0)
  })
})

describe('the start of a life', () => {
  it('is the first sign of activity and not the age of the account', () => {
    expect(start('2019-01-01', undefined, '2024-02-01')).to.equal('2024-02-01')
    expect(start(undefined, undefined, '2024-02-01')).to.equal('2024-02-01')
  })

  it('is the opening where nothing was seen, or only before it', () => {
    expect(start('2019-01-01', undefined, undefined)).to.equal('2019-01-01')
    expect(start('2019-01-01', undefined, '2018-02-01')).to.equal('2019-01-01')
  })

  it('is not told by what was first seen after the life had ended', () => {
    expect(start('2019-01-01', '2020-01-01', '2024-02-01')).to.equal('2019-01-01')
  })

  it('moves the first life only', () => {
    const lives = [life('2019-01-01', '2020-01-01'), life('2021-01-01')]
    const { openings } = timesOf({ lives }, asOf, { active: '2022-06-01' as IsoDate })
    expect(openings.map(({ date }) => date)).to.deep.equal(['2019-01-01', '2021-01-01'])
  })

  it('lets a shop on an aged account answer a closure that came long after the account was opened', () => {
    const graph = market([
      { id: 'a', account: ['x'], opened: '2023-01-01', closed: '2024-05-01' },
      { id: 'b', account: ['x'], opened: '2015-01-01' },
      ...strangers(60),
    ])
    const returns = (seen: string | undefined) => {
      const edges = graph.edges.map((own) =>
        own.from === shopKey('b') && seen ? { ...own, firstSeen: seen as IsoDate } : own,
      )
      const { links } = linkShops({ ...graph, edges }, options)
      return links.filter(({ kind }) => kind === 'came_back_as').map(({ gapDays }) => gapDays)
    }
    expect(returns(undefined)).to.deep.equal([])
    expect(returns('2024-05-09')).to.deep.equal([8])
  })
})

describe('the lives of a shop', () => {
  it('begin with the first sighting where neither opening nor closure is recorded', () => {
    const { openings } = timesOf({ lives: [], firstSeen: '2024-02-13' as IsoDate }, asOf)
    expect(openings.map(({ date, by }) => [date, by])).to.deep.equal([['2024-02-13', 'sighting']])
    expect(timesOf({ lives: [] }, asOf).openings).to.deep.equal([])
  })

  it('are parted where everything that shows who runs it was exchanged, and only the last one was closed', () => {
    const handovers = [{ until: '2021-03-01' as IsoDate, since: '2021-05-01' as IsoDate }]
    const shown = { active: '2019-06-01' as IsoDate, handovers }
    const { openings, closures } = timesOf(
      { lives: [life('2015-01-01', '2022-01-01')] },
      asOf,
      shown,
    )
    expect(openings.map(({ date, by }) => [date, by])).to.deep.equal([
      ['2019-06-01', 'activity'],
      ['2021-05-01', 'handover'],
    ])
    expect(closures.map(({ date, since }) => [date, since])).to.deep.equal([
      ['2022-01-01', Date.parse('2021-05-01') / 86_400_000],
    ])
  })

  it('stand as stated where more than one is', () => {
    const lives = [life('2019-01-01', '2020-01-01'), life('2021-01-01')]
    const handovers = [{ until: '2022-03-01' as IsoDate, since: '2022-05-01' as IsoDate }]
    expect(timesOf({ lives }, asOf, { handovers }).openings).to.have.length(2)
  })

  it('let a bought shop answer a closure, and the ledger says that it changed hands', () => {
    const graph = market([
      { id: 'a', account: ['x'], opened: '2023-01-01', closed: '2024-05-01' },
      { id: 'b', account: ['x'], person: 'Wang Wei', phone: ['2'], opened: '2015-01-01' },
      ...strangers(60),
    ])
    const later = graph.edges.map((own) => dated(own, '2024-05-09', '2024-12-01'))
    const former = graph.edges
      .filter(({ from, type }) => from === shopKey('b') && type !== 'PAID_INTO')
      .map((own) => ({
        ...dated(own, '2015-01-03', '2024-01-01'),
        to: `${own.to}0`,
        properties: { name: 'Li Na' },
      }))
    const nodes = [...graph.nodes, ...former.map(({ to }) => formerOf(graph.nodes, to))]
    const { links } = linkShops({ ...graph, nodes, edges: [...later, ...former] }, options)
    const back = links.find(({ kind }) => kind === 'came_back_as')
    expect(back?.ledger.gap).to.include({ begunBy: 'handover', opened: '2024-05-09', days: 8 })
  })
})

function dated(edge: GraphEdge, first: string, last: string): GraphEdge {
  return edge.from === shopKey('b')
    ? { ...edge, firstSeen: first as IsoDate, lastSeen: last as IsoDate }
    : edge
}

function formerOf(nodes: readonly GraphNode[], key: string): GraphNode {
  const like = nodes.find((node) => `${node.key}0` === key) ?? expect.fail('no such node')
  return { ...like, key }
}

function start(opened: string | undefined, closed: string | undefined, active: string | undefined) {
  const shown = { active: active as IsoDate | undefined }
  return timesOf({ lives: [life(opened, closed)] }, asOf, shown).openings[0]?.date
}

function life(from?: string, to?: string) {
  return {
    began: 'opened' as const,
    ...(from !== undefined && { from: from as IsoDate }),
    ...(to !== undefined && { to: to as IsoDate, ended: 'counterfeit' as const }),
  }
}

function edge(shop: string, type: EdgeType, seen?: string): GraphEdge {
  return {
    from: shopKey(shop),
    type,
    to: 'contact:phone/1',
    discriminator: '',
    properties: {},
    records: [],
    ...(seen !== undefined && { firstSeen: seen as IsoDate }),
  }
}

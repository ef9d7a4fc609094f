import { expect } from 'chai'

import type { EdgeType, GraphEdge } from '../../server/domain/graph.ts'
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
    const { openings } = timesOf({ lives }, asOf, '2022-06-01' as IsoDate)
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

function start(opened: string | undefined, closed: string | undefined, active: string | undefined) {
  return timesOf({ lives: [life(opened, closed)] }, asOf, active as IsoDate | undefined).openings[0]
    ?.date
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

import { expect } from 'chai'
import fc from 'fast-check'

import { listingColumns } from '../../server/linkage/catalogue/build-listings.ts'
import type { Listing } from '../../server/linkage/catalogue/listing.ts'
import type { ShopValue } from '../../server/linkage/channel.ts'
import { prices } from '../../server/linkage/channels/prices.ts'
import { explainPair } from '../../server/linkage/explain-pair.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { nothingMore } from '../../server/linkage/shop-values.ts'
import { aListing, recordHash } from './catalogue/listings.ts'
import { market, options, shopKey, strangers } from './market.ts'

describe('what goods cost', () => {
  it('(law) agrees within an eighth, is alike within two fifths, and differs beyond twice of either', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e7, noNaN: true }),
        fc.double({ min: 1, max: 2.2, noNaN: true }),
        (price, times) => {
          const [same, near] = [0, 1].map((rank) => shareAt(rank, price, price * times))
          if (times < 1.125) expect(same).to.equal(true)
          if (1.28 < times) expect(same).to.equal(false)
          if (times < 1.4) expect(near).to.equal(true)
          if (2.02 < times) expect(near).to.equal(false)
        },
      ),
    )
  })

  it('is the price in the middle of what a shop lists, as one listing has it, and that listing is cited', () => {
    const bar = barOf([
      priced('a', 1, 900),
      priced('a', 2, 210.5),
      priced('a', 3, 20),
      priced('b', 4, 199),
    ])
    expect(bar?.level).to.equal('same')
    expect(bar?.a).to.deep.include({ literal: 'CNY 210.5', records: [recordHash(2)] })
    expect(bar?.b).to.deep.include({ literal: 'CNY 199', records: [recordHash(4)] })
  })

  it('speaks against one controller where the one asks ten times as much, and for it where both ask alike', () => {
    const differ = barOf([priced('a', 1, 200), priced('b', 2, 2000)])
    expect(differ?.level).to.equal('differ')
    expect(differ?.bits).to.be.below(0)
    const near = barOf([priced('a', 1, 200), priced('b', 2, 265)])
    expect(near?.level).to.equal('near')
    expect(near?.bits).to.be.above(0)
  })

  it('is unknown, and no difference, where it stands in another currency than most, in none, or is no price', () => {
    for (const other of [
      priced('b', 2, 31, 'USD'),
      aListing('b', 2, { price: 200 }),
      priced('b', 2, 0),
    ])
      expect(barOf([priced('a', 1, 200), other]), JSON.stringify(other)).to.equal(undefined)
    expect(barOf([priced('a', 1, 200), priced('b', 2, 205, 'cny')])?.level).to.equal('same')
  })

  it('makes no pair by itself and is no sign of a common supply', () => {
    const listings = listingColumns([priced('a', 1, 5e6), priced('b', 2, 5e6)])
    const alone = { ...market([{ id: 'a' }, { id: 'b' }, ...strangers(60)]), listings }
    expect(linkShops(alone, options).links).to.deep.equal([])
    const kinds = linkShops({ ...joined(), listings }, options).links.map(({ kind }) => kind)
    expect(kinds).to.not.include('shares_supply')
    expect(kinds).to.not.deep.equal([])
  })
})

describe('brands that listings name', () => {
  it('count like those that the shop itself names, and a listing is cited', () => {
    const listings = listingColumns([
      aListing('a', 1, { brand: 'Lotus' }),
      aListing('a', 2, { brand: 'Lotus' }),
      aListing('b', 3, { brand: 'LOTUS' }),
      aListing('b', 4, { brand: 'Peony' }),
    ])
    const bar = barIn({ ...joined(), listings }, 'brands')
    expect(bar?.level).to.equal('same')
    expect(bar?.a).to.deep.include({ literal: 'Lotus', records: [recordHash(1)] })
    expect(bar?.b).to.deep.include({ literal: 'LOTUS', records: [recordHash(3)] })
  })

  it('stand behind what the shop says of itself, which is cited where both name a brand', () => {
    const listings = listingColumns([aListing('b', 3, { brand: 'Lotus' })])
    const bar = barIn({ ...joined(['Lotus']), listings }, 'brands')
    expect(bar?.a.records).to.not.include(recordHash(3))
    expect(bar?.b.records).to.deep.equal([recordHash(3)])
    const both = listingColumns([aListing('a', 1, { brand: 'Lotus' })])
    expect(barIn({ ...joined(['Lotus']), listings: both }, 'brands')?.a.records).to.not.include(
      recordHash(1),
    )
  })
})

function priced(shop: string, record: number, price: number, currency = 'CNY'): Listing {
  return aListing(shop, record, { price, currency })
}

function shareAt(rank: number, one: number, other: number): boolean {
  const [a, b] = [one, other].map((price) => prices.keys(priceValue(price))?.[rank] ?? [])
  return a?.some((key) => b?.includes(key)) === true
}

function priceValue(price: number): ShopValue {
  return {
    ...{ literal: `CNY ${price}`, key: undefined, parts: [String(price)], about: nothingMore },
    ...{ saidBy: { records: [] }, firstSeen: undefined, lastSeen: undefined },
  }
}

/** Two shops with one account among strangers; the first names brands of its own. */
function joined(brands?: readonly string[]) {
  return market([
    { id: 'a', account: ['x'], brands },
    { id: 'b', account: ['x'], ...(brands && { brands: ['Rose'] }) },
    ...strangers(60),
  ])
}

function barOf(listings: readonly Listing[]) {
  const many = Array.from({ length: 40 }, (_, n) => priced(`stranger-${n}`, 100 + n, 10 * 1.2 ** n))
  return barIn({ ...joined(), listings: listingColumns([...listings, ...many]) }, 'prices')
}

function barIn(graph: Parameters<typeof explainPair>[0], channel: string) {
  const [link] = explainPair(graph, shopKey('a'), shopKey('b'), options)
  expect(link, 'a link').to.not.equal(undefined)
  return link?.ledger.bars.find((bar) => bar.channel === channel)
}

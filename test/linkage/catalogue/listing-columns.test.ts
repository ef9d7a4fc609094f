import { expect } from 'chai'
import fc from 'fast-check'

import { compareText } from '../../../server/domain/canonical.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { listingColumns } from '../../../server/linkage/catalogue/build-listings.ts'
import { imageSchemes, type Listing } from '../../../server/linkage/catalogue/listing.ts'
import { eachListing } from '../../../server/linkage/catalogue/listing-rows.ts'
import { aListing } from './listings.ts'

const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined })

const listing = fc
  .record({
    shop: fc.constantFrom('a', 'b', '\u{20bb7}', '\uffee'),
    record: fc.nat(1_000_000),
    more: fc.record({
      title: text,
      images: fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
      imageScheme: fc.constantFrom(...imageSchemes),
      brand: text,
      price: fc.option(fc.double({ noNaN: true }), { nil: undefined }),
      currency: fc.option(fc.constantFrom('CNY', 'EUR'), { nil: undefined }),
      seenOn: fc.option(fc.constant('2026-03-14' as IsoDate), { nil: undefined }),
    }),
  })
  .map(({ shop, record, more }) => aListing(shop, record, more))

const distinct = fc.uniqueArray(listing, { selector: ({ record }) => record, maxLength: 20 })

describe('listings as columns', () => {
  it('give back what was put in, by shop key and record hash, in whatever order it came', () => {
    fc.assert(
      fc.property(distinct, fc.infiniteStream(fc.nat()), (listings, keys) => {
        const shuffled = listings
          .map((one) => ({ one, at: keys.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect([...eachListing(listingColumns(shuffled))]).to.deep.equal(inOrder(listings))
      }),
    )
  })

  it('count a record that comes twice once', () => {
    fc.assert(
      fc.property(distinct, (listings) => {
        const twice = listingColumns([...listings, ...listings])
        expect([...eachListing(twice)]).to.deep.equal(inOrder(listings))
      }),
    )
  })

  it('hold as many distinct texts as a store may bring', () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      aListing('a', n, { title: `包 ${n % 3_000}` }),
    )
    const columns = listingColumns(many)
    expect(columns.titles.texts.hashes).to.have.length(3_000)
    expect([...eachListing(columns)].map(({ title }) => title)).to.deep.equal(
      many.map(({ title }) => title),
    )
  })
})

function inOrder(listings: readonly Listing[]): Listing[] {
  return listings.toSorted((a, b) => compareText(a.shop, b.shop) || compareText(a.record, b.record))
}

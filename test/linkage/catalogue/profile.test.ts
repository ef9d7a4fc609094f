import { expect } from 'chai'
import fc from 'fast-check'

import type { Listing } from '../../../server/linkage/catalogue/listing.ts'
import { profileLevels } from '../../../server/linkage/catalogue/profile.ts'
import { aListing, catalogueOf } from './listings.ts'

type Offer = Pick<Listing, 'brand' | 'price' | 'currency'>

/** How the profiles of two shops compare. */
function levelOf(a: readonly Offer[], b: readonly Offer[]): number | undefined {
  const listings = [
    ...a.map((offer, n) => aListing('a', n, offer)),
    ...b.map((offer, n) => aListing('b', 1000 + n, offer)),
  ]
  const { profile } = catalogueOf(listings, ['a', 'b'])
  return profileLevels(profile, Int32Array.of(0), Int32Array.of(1))[0]
}

const offer = fc.record({
  brand: fc.option(fc.constantFrom('Lotus', 'Heron', 'Crane'), { nil: undefined }),
  price: fc.option(fc.double({ min: 0.01, max: 1e9, noNaN: true }), { nil: undefined }),
  currency: fc.option(fc.constantFrom('CNY', 'EUR'), { nil: undefined }),
})
const offers = fc.array(offer, { maxLength: 5 })

describe('the profiles of two shops', () => {
  it('are alike when brands and prices are, whatever the number of listings', () => {
    const own = [
      { brand: 'Lotus', price: 200, currency: 'CNY' },
      { brand: 'Heron', price: 900, currency: 'CNY' },
    ]
    const nearly = own.map((one) => ({
      ...one,
      brand: one.brand.toUpperCase(),
      price: one.price * 1.02,
    }))
    expect(levelOf(own, [...nearly, ...nearly])).to.equal(0)
  })

  it('are similar when half of it is', () => {
    const [lotus, heron, crane] = [{ brand: 'Lotus' }, { brand: 'Heron' }, { brand: 'Crane' }]
    expect(levelOf([lotus, lotus, heron], [lotus, lotus, crane])).to.equal(1)
  })

  it('are different when the prices are in another currency or far away', () => {
    const price = (amount: number, currency: string) => [{ price: amount, currency }]
    expect(levelOf(price(200, 'CNY'), price(200, 'EUR'))).to.equal(2)
    expect(levelOf(price(200, 'CNY'), price(500, 'CNY'))).to.equal(2)
    expect(levelOf(price(200, 'CNY'), price(210, 'cny'))).to.equal(0)
  })

  it('are unknown where the two show nothing of one kind', () => {
    expect(levelOf([], [{ brand: 'Lotus' }])).to.equal(-1)
    expect(levelOf([{ price: 5 }], [{ brand: 'Lotus' }])).to.equal(-1)
    expect(levelOf([{ price: 0 }], [{ price: 0 }])).to.equal(-1)
  })

  it('are the same both ways round, and alike to themselves', () => {
    fc.assert(
      fc.property(offers, offers, (a, b) => {
        expect(levelOf(a, b)).to.equal(levelOf(b, a))
        const known = a.some(({ brand, price }) => brand !== undefined || price !== undefined)
        expect(levelOf(a, a)).to.equal(known ? 0 : -1)
      }),
    )
  })
})

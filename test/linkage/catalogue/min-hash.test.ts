import { expect } from 'chai'
import fc from 'fast-check'

import { keysPerShop, minHashKeys } from '../../../server/linkage/catalogue/min-hash.ts'
import { aListing, catalogueOf } from './listings.ts'

const shops = ['a', 'b', 'c']

function keysOf(images: readonly (readonly string[])[], most = 15, names = shops) {
  const listings = images.map((own, n) => aListing(names[n] ?? '', n, { images: own }))
  const column = catalogueOf(listings, names).images
  const keys = minHashKeys(column, most)
  return names.map((_, shop) => {
    const own = keys.subarray(shop * keysPerShop, (shop + 1) * keysPerShop)
    return Array.from(own, (code) => column.exampleOf(code, shop)?.literal)
  })
}

const names = Array.from({ length: 40 }, (_, n) => `i${n}`)
const some = fc.subarray(names, { minLength: 1 })

describe('MinHash keys', () => {
  it('are all equal for two shops that show the same', () => {
    fc.assert(
      fc.property(some, (own) => {
        const [first, second, third] = keysOf([own, own, []])
        expect(first).to.deep.equal(second)
        expect(first).to.not.include(undefined)
        expect(new Set(third)).to.deep.equal(new Set([undefined]))
      }),
    )
  })

  it('agree about as often as what two shops show is alike, each key for itself', () => {
    const runs = 200
    let agreed = 0
    let met = 0
    for (let run = 0; run < runs; run++) {
      const image = (n: number) => `r${run}-${n}`
      const a = Array.from({ length: 20 }, (_, n) => image(n))
      const b = Array.from({ length: 20 }, (_, n) => image(n + 10))
      const [first = [], second = []] = keysOf([a, b, [...a, ...b]])
      const same = first.filter((key, n) => key === second[n]).length
      agreed += same
      met += Math.min(1, same)
    }
    expect(agreed / (runs * keysPerShop)).to.be.closeTo(1 / 3, 0.04)
    expect(met / runs).to.be.closeTo(1 - (2 / 3) ** keysPerShop, 0.04)
  })

  it('leave out what too many show', () => {
    const [first] = keysOf([['x', 'y'], ['x', 'y'], ['x']], 2)
    expect(new Set(first)).to.deep.equal(new Set(['y']))
  })

  it('do not change when other shops with other pictures come in', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const others = ['0', '1', '2', '3']
        const alone = keysOf([a, b, []])
        const among = keysOf([['p', 'q'], a, b, ['q', 'p']], 15, [
          others[0] ?? '',
          'a',
          'b',
          others[1] ?? '',
        ])
        expect([among[1], among[2]]).to.deep.equal([alone[0], alone[1]])
      }),
    )
  })
})

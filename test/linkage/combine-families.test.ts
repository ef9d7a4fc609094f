import { expect } from 'chai'
import fc from 'fast-check'

import {
  combineFamilies,
  familyCount,
  familyFactors,
  independentFamilies,
  loneCell,
  type Overlaps,
} from '../../server/linkage/combine-families.ts'
import { leastOverlap } from '../../server/linkage/overlap.ts'
import { agreements, bits, overlaps } from './family-agreements.ts'

const orders = permutations(Array.from({ length: familyCount }, (_, family) => family))

describe('families together', () => {
  it('(law) are worth at least the strongest of them and at most their sum', () => {
    fc.assert(
      fc.property(agreements, overlaps, (own, across) => {
        const all = combineFamilies(own, across)
        expect(all).to.be.at.least(Math.max(...own) - 1e-9)
        expect(all).to.be.at.most(sum(own) + 1e-9)
      }),
    )
  })

  it('(law) are worth no less for one of them saying more', () => {
    fc.assert(
      fc.property(
        agreements,
        overlaps,
        fc.integer({ min: 0, max: familyCount - 1 }),
        bits,
        (own, across, family, more) => {
          const grown = own.map((bits, place) => (place === family ? bits + more : bits))
          expect(combineFamilies(grown, across)).to.be.at.least(combineFamilies(own, across) - 1e-9)
        },
      ),
    )
  })

  it('(law) are worth the same in whatever order they are numbered', () => {
    fc.assert(
      fc.property(agreements, overlaps, fc.constantFrom(...orders), (own, across, order) => {
        const turned = Float64Array.from(order, (family) => own[family] ?? 0)
        const beside = Float64Array.from({ length: familyCount ** 2 }, (_, cell) => {
          const a = order[Math.floor(cell / familyCount)] ?? 0
          return across[a * familyCount + (order[cell % familyCount] ?? 0)] ?? 1
        })
        expect(combineFamilies(turned, beside)).to.be.closeTo(combineFamilies(own, across), 1e-9)
      }),
    )
  })

  it('(law) are counted in the order that gives most, of all there are', () => {
    fc.assert(
      fc.property(agreements, overlaps, (own, across) => {
        const most = Math.max(...orders.map((order) => inOrder(own, across, order)))
        expect(combineFamilies(own, across)).to.be.closeTo(most, 1e-9)
      }),
    )
  })

  it('(law) add up where they are independent, and to hardly more than the strongest where they have one cause', () => {
    fc.assert(
      fc.property(agreements, (own) => {
        expect(combineFamilies(own, independentFamilies())).to.be.closeTo(sum(own), 1e-9)
        const one = new Float64Array(familyCount ** 2)
        for (let family = 0; family < familyCount; family++) one[loneCell(family)] = 1
        const strongest = Math.max(...own)
        const all = combineFamilies(own, one)
        expect(all).to.be.closeTo(strongest + leastOverlap * (sum(own) - strongest), 1e-9)
      }),
    )
  })

  it('(law) are worth more for any of them saying more, whatever stands before it', () => {
    fc.assert(
      fc.property(
        agreements,
        overlaps,
        fc.integer({ min: 0, max: familyCount - 1 }),
        (own, across, family) => {
          const grown = own.map((bits, place) => (place === family ? bits + 1 : bits))
          const more = combineFamilies(grown, across) - combineFamilies(own, across)
          expect(more).to.be.at.least(leastOverlap - 1e-9)
        },
      ),
    )
  })

  it('(law) have factors from 0 to 1 with which their agreements add up to what they are worth', () => {
    fc.assert(
      fc.property(agreements, overlaps, (own, across) => {
        const factors = familyFactors(own, across)
        for (const factor of factors) expect(factor).to.be.within(0, 1)
        const counted = sum(own.map((bits, family) => bits * (factors[family] ?? 0)))
        expect(counted).to.be.closeTo(combineFamilies(own, across), 1e-9)
      }),
    )
  })
})

function inOrder(own: Float64Array, across: Overlaps, order: readonly number[]): number {
  const said = order.filter((family) => 0 < (own[family] ?? 0))
  return said.reduce((total, family, place) => {
    const before = said.slice(0, place)
    const factor = before.reduce(
      (product, other) => product * (across[family * familyCount + other] ?? 1),
      1,
    )
    return total + (own[family] ?? 0) * Math.max(leastOverlap, factor)
  }, 0)
}

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]]
  return list.flatMap((first) =>
    permutations(list.filter((own) => own !== first)).map((rest) => [first, ...rest]),
  )
}

function sum(values: Float64Array): number {
  return values.reduce((total, own) => total + own, 0)
}

import { expect } from 'chai'
import fc from 'fast-check'

import { mulberry32 } from '../../server/domain/random.ts'
import {
  combineFamilies,
  familyCount,
  familyFactors,
  independentFamilies,
  loneCell,
  type Overlaps,
} from '../../server/linkage/combine-families.ts'
import { unknownLevel } from '../../server/linkage/learn/patterns.ts'
import { type LonePairs, witnessedAlone } from '../../server/linkage/lone-families.ts'
import { agreements, bits, overlapsAndAlone } from './family-agreements.ts'
import { type LearntWorld, learntWorld, patience } from './learnt-world.ts'

describe('a family of evidence that agrees alone', () => {
  it('counts by what time says of such, and whole beside four bits of others', () => {
    const overlaps = lone(0.75)
    const agreement = (...bits: number[]) =>
      Float64Array.from({ length: familyCount }, (_, family) => bits[family] ?? 0)
    expect(combineFamilies(agreement(12), overlaps)).to.equal(9)
    expect(combineFamilies(agreement(12, 0, 2), overlaps)).to.equal(14 - 1.5)
    expect(combineFamilies(agreement(12, 0, 4), overlaps)).to.equal(16)
    expect([...familyFactors(agreement(12, 0, 2), overlaps)]).to.deep.equal([0.875, 1, 1, 1, 1])
  })

  it('(law) makes a pair worth no less for any family saying more, and parts add up to the whole', () => {
    fc.assert(
      fc.property(agreements, overlapsAndAlone, place, bits, (own, overlaps, family, more) => {
        const grown = own.map((each, n) => (n === family ? each + more : each))
        const all = combineFamilies(own, overlaps)
        expect(combineFamilies(grown, overlaps)).to.be.at.least(all - 1e-9)
        const factors = familyFactors(own, overlaps)
        const parts = own.reduce((sum, each, n) => sum + each * (factors[n] ?? Number.NaN), 0)
        expect(parts).to.be.closeTo(all, 1e-9)
        for (const factor of factors) expect(factor).to.be.within(-1e-12, 1)
      }),
      { numRuns: 2_000 },
    )
  })

  it('counts less where such pairs open when strangers do, and nearly whole where they open when one controller does', () => {
    expect(factorIf(0)).to.be.below(0.8)
    expect(factorIf(1)).to.be.at.least(0.9)
    expect(factorIf(0.6)).to.be.within(factorIf(0.2) + 0.02, 0.98)
  })

  it('counts, where it is nowhere alone, as it would with one pair in which it hardly is', () => {
    const overlapsOf = (bits: readonly number[]) => {
      const lone: LonePairs = {
        pairs: Int32Array.from(bits.keys()),
        family: new Int32Array(bits.length),
        bits: Float64Array.from(bits),
      }
      const told = {
        bits: Float64Array.from(bits),
        time: new Uint8Array(bits.length).fill(unknownLevel),
      }
      return witnessedAlone(told, lone, gap, independentFamilies()).overlaps
    }
    expect(overlapsOf([])).to.deep.equal(overlapsOf([6]))
    expect(overlapsOf([])[loneCell(0)]).to.be.within(0.25, 0.4)
  })
})

describe('a family that agrees alone in a market that taught its own weights', () => {
  let world: LearntWorld

  before(async function () {
    this.timeout(patience)
    world = await learntWorld()
  })

  it('is told so on its bars, with what it then counts, and on no others', () => {
    const { links, model } = world.linkage
    const { across } = model.dampings
    const least = Math.min(
      ...Array.from({ length: familyCount }, (_, n) => across[loneCell(n)] ?? 1),
    )
    expect(least).to.be.below(1)
    const told = links.filter(({ ledger }) => ledger.bars.some(({ alone }) => alone !== undefined))
    expect(told).to.have.length.above(20)
    for (const { ledger } of told) {
      const own = ledger.bars.filter(({ alone }) => alone !== undefined)
      expect(new Set(own.map(({ family }) => family)).size).to.equal(1)
      for (const { alone = 1, damping, bits } of own) {
        expect(alone).to.be.within(least, 1)
        expect(damping).to.be.at.most(alone + 1e-12)
        expect(bits).to.be.above(0)
      }
    }
  })
})

/** Shares of two levels of time, of which the first is when one controller opens. */
const gap = {
  m: Float64Array.from({ length: 12 }, (_, n) => (n === 0 ? 0.7 : 0.3 / 11)),
  u: new Float64Array(12).fill(1 / 12),
}

/** What one family counts alone if that share of the pairs in which it does is one controller's, all told at about .97, among as many that are in company and what they say. */
function factorIf(share: number): number {
  const random = mulberry32(1)
  const count = 2_000
  const levelIf = (same: boolean) =>
    same && random() < 0.7 ? 0 : Math.floor(random() * gap.u.length)
  const isLone = (n: number) => n % 2 === 0
  const told = {
    bits: Float64Array.from({ length: count }, () => 6),
    time: Uint8Array.from({ length: count }, (_, n) =>
      levelIf(random() < (isLone(n) ? share : 0.97)),
    ),
  }
  const pairs = Int32Array.from({ length: count / 2 }, (_, n) => 2 * n)
  const lonePairs = {
    pairs,
    family: new Int32Array(pairs.length).fill(3),
    bits: new Float64Array(pairs.length).fill(16),
  }
  const { overlaps } = witnessedAlone(told, lonePairs, gap, independentFamilies())
  return overlaps[loneCell(3)] ?? Number.NaN
}

function lone(factor: number): Overlaps {
  const overlaps = independentFamilies()
  for (let family = 0; family < familyCount; family++) overlaps[loneCell(family)] = factor
  return overlaps
}

const place = fc.integer({ min: 0, max: familyCount - 1 })

import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { bitsToProbability } from '../../server/domain/units.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import {
  takenByThirds,
  untakenBits,
  untiedBits,
  type Weighed,
} from '../../server/linkage/untied.ts'
import { weighAll } from '../../server/linkage/weigh-all.ts'
import { type LearntWorld, learntWorld, patience } from './learnt-world.ts'

describe('pairs that no third shop ties', () => {
  it('(law) lose at most a bit and a half, and more evidence never stands below less', () => {
    fc.assert(
      fc.property(weighed, (pairs) => {
        const taken = takenByThirds(pairs)
        let before = Number.NEGATIVE_INFINITY
        for (let bits = -20; bits <= 20; bits += 0.125) {
          const own = untiedBits(taken, bits)
          expect(own).to.be.within(-1.5, 0)
          expect(bits + own).to.be.above(before)
          before = bits + own
        }
      }),
    )
  })

  it('lose nothing where third shops make no pair surer', () => {
    const pairs = Array.from({ length: 100 }, (_, n) => ({
      bits: n / 10 - 4,
      tied: n % 2 === 0 ? n / 10 - 4 : undefined,
    }))
    const bare = pairs.map(({ bits }) => ({ bits, tied: undefined }))
    expect([...takenByThirds(bare)]).to.deep.equal([...untakenBits])
  })

  it('lose half of what third shops add to the pairs that they tie, as odds', () => {
    const pairs = Array.from({ length: 2_000 }, (_, n) => ({
      bits: 0.5,
      tied: n < 500 ? 4 : undefined,
    }))
    const same = 2_000 * bitsToProbability(0.5) - 500 * bitsToProbability(4)
    const left = Math.log2(same / (1_500 - same))
    const told = 0.5 + untiedBits(takenByThirds(pairs), 0.5)
    expect(told).to.be.closeTo((0.5 + left) / 2, 0.02)
  })

  it('outside of what is learnt lose nothing', () => {
    const taken = untakenBits.map(() => -1)
    for (const bits of [-40, -8, 11, 40]) expect(untiedBits(taken, bits)).to.be.closeTo(0, 1e-12)
  })
})

describe('pairs that no third shop ties, in a market that taught its own weights', () => {
  let world: LearntWorld

  before(async function () {
    this.timeout(patience)
    world = await learntWorld()
  })

  it('are told less surely by what was learnt, and those that one ties are told as before', () => {
    const { evidence, options, linkage } = world
    const { model } = linkage
    expect(Math.min(...model.taken)).to.be.below(-0.1)
    const [told, before] = [model.taken, untakenBits].map(
      (taken) => weighAll(evidence, { ...options, model: { ...model, taken } }).scored,
    )
    expect(told?.filter(({ untied }) => untied)).to.have.length.above(100)
    for (const [n, { probability, untied, third }] of (told ?? []).entries()) {
      const own = before?.[n]?.probability ?? Number.NaN
      expect(untied !== undefined && third !== undefined).to.equal(false)
      if (untied) expect(probability).to.be.below(own)
      else expect(probability).to.equal(own)
    }
  }).timeout(patience)

  it('say the same of one shop alone as among all', () => {
    const { evidence, options, linkage } = world
    const told = linkage.links.filter(
      ({ kind, ledger }) => kind === 'same_controller' && ledger.untied !== undefined,
    )
    expect(told).to.have.length.above(20)
    const shops = new Set(told.slice(0, 5).map(({ from }) => from))
    const some = linkShops(evidence, { ...options, model: linkage.model, only: shops }).links
    for (const { from, to, ledger } of told.filter((own) => shops.has(own.from))) {
      const alone = some.find((own) => own.from === from && own.to === to)
      expect(canonicalJson({ ...alone?.ledger, succession: undefined })).to.equal(
        canonicalJson({ ...ledger, succession: undefined }),
      )
    }
  }).timeout(patience)
})

const tenths = (min: number, max: number) => fc.integer({ min, max }).map((own) => own / 10)

/** Many pairs of about one evidence, as many of them tied as may be. */
const alike: fc.Arbitrary<Weighed[]> = fc
  .record({
    bits: tenths(-60, 90),
    count: fc.integer({ min: 1, max: 400 }),
    tied: tenths(0, 10),
    more: tenths(0, 80),
  })
  .map(({ bits, count, tied, more }) =>
    Array.from({ length: count }, (_, n) => ({
      bits,
      tied: n < tied * count ? bits + more : undefined,
    })),
  )
const weighed = fc.array(alike, { maxLength: 12 }).map((groups) => groups.flat())

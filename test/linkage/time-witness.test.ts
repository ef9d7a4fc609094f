import { expect } from 'chai'

import { mulberry32 } from '../../server/domain/random.ts'
import { gapBins, togetherLevel } from '../../server/linkage/gap-bins.ts'
import { unknownLevel } from '../../server/linkage/learn/patterns.ts'
import { type ToWitness, witnessedSlopes } from '../../server/linkage/time-witness.ts'

const usual = 0.3
const gap = {
  m: Float64Array.from([...gapBins.map(({ controller }) => (1 - usual) * controller), usual]),
  u: Float64Array.from([...gapBins.map(({ strangers }) => 0.5 * strangers), 0.5]),
}

describe('time as a witness', () => {
  for (const offset of [-2, 0, 3]) {
    it(`finds that bits are ${offset} too modest, and asks nobody`, () => {
      const { alpha, prior, channels, labels } = witnessedSlopes(simulated(offset, 7), gap)
      expect(alpha).to.be.closeTo(offset, 0.3)
      expect([prior, channels.phone, channels.titles]).to.deep.equal([0.85, 0.85, 0.85])
      expect(labels).to.equal(0)
    })
  }

  it('leaves the whole as it was learnt where no shop has a date', () => {
    const { bits, time } = simulated(3, 8)
    const silent = { bits, time: time.map(() => unknownLevel) }
    expect(witnessedSlopes(silent, gap).alpha).to.equal(0)
  })

  it('lifts nothing where the gaps of all pairs are those of strangers', () => {
    const { bits } = simulated(0, 9)
    const random = mulberry32(2)
    const time = Uint8Array.from(bits, () => drawn(gap.u, random()))
    expect(witnessedSlopes({ bits, time }, gap).alpha).to.be.below(-2)
  })

  it('(law) says the same of pairs in any order', () => {
    const { bits, time } = simulated(1, 10)
    const turned = { bits: bits.toReversed(), time: time.toReversed() }
    expect(witnessedSlopes(turned, gap).alpha).to.be.closeTo(
      witnessedSlopes({ bits, time }, gap).alpha,
      1e-9,
    )
  })
})

/** Pairs of which a share of 1/(1 + 2^−(offset + .85·bits)) have one controller, with the times that such pairs and strangers have. */
function simulated(offset: number, seed: number): ToWitness {
  const random = mulberry32(seed)
  const bits = Float64Array.from({ length: 20_000 }, () => 14 * random() - 6)
  const time = Uint8Array.from(bits, (own) => {
    const same = random() < 1 / (1 + 2 ** -(offset + 0.85 * own))
    return drawn(same ? gap.m : gap.u, random())
  })
  return { bits, time }
}

function drawn(shares: Float64Array, random: number): number {
  let left = random * shares.reduce((sum, own) => sum + own, 0)
  const level = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return level < 0 ? togetherLevel : level
}

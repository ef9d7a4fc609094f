import { expect } from 'chai'
import fc from 'fast-check'

import { findRawRings } from '../../../server/rings/raw/find-raw-rings.ts'
import { incidenceOf } from '../../../server/rings/raw/incidence.ts'
import { rawScore } from '../../bench/raw-score.ts'
import { rawMixtures, rawWorld } from '../../bench/raw-world.ts'
import { anIncidence, anyHeld } from '../../support/raw-builders.ts'

const options = { budget: 100_000, seed: 1 }
const found = (held: readonly (readonly number[])[]) => findRawRings(anIncidence(held), options)

describe('findRawRings', () => {
  it('makes a ring of shops that two identifiers hold together', () => {
    expect([...found([[0, 1], [0, 1], [2]]).ringOf]).to.deep.equal([0, 0, -1])
  })

  it('shows a shop with one coincidence in common as a candidate, and drops nobody', () => {
    const { ringOf, candidateOf } = found([[0, 1], [0, 1, 2], [2], [3], [3], [4]])
    expect([...ringOf]).to.deep.equal([0, 0, -1, -1, -1, -1])
    expect([...candidateOf]).to.deep.equal([-1, -1, 0, 1, 1, -1])
  })

  it('takes a shop back that one identifier ties which is the ring’s own', () => {
    const { ringOf, heldByTwo } = found([[0, 1], [0, 1], [0]])
    expect([...ringOf]).to.deep.equal([0, 0, 0])
    expect([...heldByTwo]).to.deep.equal([1, 1, 0])
  })

  it('gives every shop one place, and every ring two shops that two identifiers hold', () => {
    fc.assert(
      fc.property(anyHeld, (held) => {
        const { ringOf, rings, candidateOf, heldByTwo } = found(held)
        const sure = new Int32Array(rings)
        for (const [shop, ring] of ringOf.entries()) {
          expect(ring < 0 || candidateOf[shop] === -1).to.equal(true)
          expect(heldByTwo[shop] === 0 || 0 <= ring).to.equal(true)
          if (heldByTwo[shop] === 1) sure[ring] = (sure[ring] ?? 0) + 1
        }
        expect(sure.every((size) => 2 <= size)).to.equal(true)
      }),
    )
  })

  it('finds no other rings when everybody is on one platform', () => {
    const held = [[0, 1], [0, 1], [2, 3], [2, 3], [4], [5], [6], [7], [8]]
    const platform = found(held.map((own) => [...own, 9]))
    expect([...platform.ringOf]).to.deep.equal([...found(held).ringOf])
    expect(platform.useOf[9]).to.equal(2)
  })

  it('finds the same rings when one address is put on 5 % of all shops', () => {
    const world = rawWorld({ shops: 10_000, seed: 104, ...rawMixtures.S4 })
    const addressed = Array.from({ length: 500 }, (_, place) => 20 * place)
    const more = incidenceOf(world.shops, world.identifiers + 1, {
      shop: Int32Array.from([...world.shop, ...addressed]),
      identifier: Int32Array.from([...world.identifier, ...addressed.map(() => world.identifiers)]),
    })
    const { ringOf } = findRawRings(incidenceOf(world.shops, world.identifiers, world), options)
    expect([...findRawRings(more, options).ringOf]).to.deep.equal([...ringOf])
  })

  it('agrees with a seen mixture of hubs, lockers and coincidences at .84 and above', () => {
    const world = rawWorld({ shops: 10_000, seed: 104, ...rawMixtures.S4 })
    const rings = findRawRings(incidenceOf(world.shops, world.identifiers, world), {
      budget: 1_000_000,
      seed: 1,
    })
    const { f1, precision } = rawScore(rings.ringOf, world.controller)
    expect(f1).to.be.at.least(0.84)
    expect(precision).to.be.at.least(0.88)
  })
})

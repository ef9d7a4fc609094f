import { expect } from 'chai'
import fc from 'fast-check'

import { corroborated } from '../../../server/rings/raw/gate.ts'
import { allOf, anIncidence, anyHeld } from '../../support/raw-builders.ts'

const seed = 7
/** So many shops that all have identifier 0; `others` says what else the shop at a place has. */
const sharing = (shops: number, others: (place: number) => readonly number[]) =>
  anIncidence(Array.from({ length: shops }, (_, place) => [0, ...others(place)]))

describe('corroborated', () => {
  it('drops a locker, whose customers have nothing else in common', () => {
    const locker = sharing(40, (place) => [1 + place])
    expect(corroborated(locker, allOf(locker), seed)[0]).to.equal(0)
  })

  it('keeps what a ring shares that has other things in common too', () => {
    const ring = sharing(40, (place) => [1 + (place % 3)])
    expect(corroborated(ring, allOf(ring), seed)[0]).to.equal(1)
  })

  it('drops both contacts of an agent, which vouch for each other and for nothing else', () => {
    const agent = sharing(40, (place) => [1, 2 + place])
    expect([...corroborated(agent, allOf(agent), seed).subarray(0, 2)]).to.deep.equal([0, 0])
  })

  it('does not ask what seven shops have, and asks what eight have', () => {
    const own = (place: number) => [1 + place]
    const [seven, eight] = [sharing(7, own), sharing(8, own)]
    expect(corroborated(seven, allOf(seven), seed)[0]).to.equal(1)
    expect(corroborated(eight, allOf(eight), seed)[0]).to.equal(0)
  })

  it('does not count what is not allowed as common', () => {
    const platform = sharing(40, () => [1])
    const allowed = Uint8Array.of(1, 0)
    expect([...corroborated(platform, allowed, seed)]).to.deep.equal([0, 0])
  })

  it('lets nothing in that was not allowed, and answers the same twice', () => {
    fc.assert(
      fc.property(anyHeld, (held) => {
        const incidence = anIncidence(held)
        const allowed = Uint8Array.from({ length: incidence.identifiers }, (_, k) => k % 2)
        const passed = corroborated(incidence, allowed, seed)
        expect(passed.every((isPassed, k) => isPassed <= (allowed[k] as number))).to.equal(true)
        expect(corroborated(incidence, allowed, seed)).to.deep.equal(passed)
      }),
    )
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { incidenceOf } from '../../../server/rings/raw/incidence.ts'
import { anIncidence, anyHeld } from '../../support/raw-builders.ts'

describe('incidenceOf', () => {
  it('reads the same in both directions, ascending and each membership once', () => {
    const incidence = anIncidence([[2, 0, 2], [], [0]])
    expect([...incidence.shopStarts]).to.deep.equal([0, 2, 2, 3])
    expect([...incidence.held]).to.deep.equal([0, 2, 0])
    expect([...incidence.identifierStarts]).to.deep.equal([0, 2, 2, 3])
    expect([...incidence.holders]).to.deep.equal([0, 2, 0])
  })

  it('gives the same bytes for memberships in any order, repeated or not', () => {
    fc.assert(
      fc.property(anyHeld, fc.nat(), (held, turn) => {
        const rows = held.flatMap((own, shop) => own.map((k) => [shop, k] as const))
        const turned = [...rows.slice(turn % (rows.length + 1)), ...rows].toReversed()
        const again = incidenceOf(held.length, 20, {
          shop: Int32Array.from(turned, ([shop]) => shop),
          identifier: Int32Array.from(turned, ([, k]) => k),
        })
        const once = incidenceOf(held.length, 20, {
          shop: Int32Array.from(rows, ([shop]) => shop),
          identifier: Int32Array.from(rows, ([, k]) => k),
        })
        expect(again).to.deep.equal(once)
      }),
    )
  })

  it('refuses numbers that name nothing', () => {
    const wrong = { shop: Int32Array.of(1), identifier: Int32Array.of(0) }
    expect(() => incidenceOf(1, 1, wrong)).to.throw(RangeError, /membership 0/)
  })
})

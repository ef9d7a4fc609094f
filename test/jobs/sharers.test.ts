import { expect } from 'chai'
import fc from 'fast-check'

import { sharers } from '../../server/jobs/sharers.ts'

describe('sharers', () => {
  it('has of every value that enough shops share just these shops, however often a shop has it', () => {
    const uses = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', '莲', 'b '), fc.constantFrom('x', 'y', 'z', 'w')),
    )
    fc.assert(
      fc.property(uses, fc.integer({ min: 1, max: 4 }), (made, least) => {
        const own = sharers()
        const expected = new Map<string, Set<string>>()
        for (const [value, shop] of made) {
          own.add(value, shop)
          expected.set(value, (expected.get(value) ?? new Set()).add(shop))
        }
        for (const [value, shops] of expected) if (shops.size < least) expected.delete(value)
        expect(own.atLeast(least)).to.deep.equal(expected)
      }),
      { seed: 6 },
    )
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'

/** The same value with the keys of every object in reverse. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, inner]) => [key, turnedRound(inner)]))
}

describe('canonical JSON', () => {
  it('is JSON that reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(JSON.parse(canonicalJson(value))).to.deep.equal(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is the same whatever order an object was built in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turnedRound(value))).to.equal(canonicalJson(value))
      }),
    )
  })

  it('has no place for what is absent, and null for what stands in a list and is not there', () => {
    expect(canonicalJson({ c: 'x', b: undefined, a: [undefined, 1] })).to.equal(
      '{"a":[null,1],"c":"x"}',
    )
  })
})

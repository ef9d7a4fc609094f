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

  it('sorts keys however they are called, and what writes itself as JSON', () => {
    const odd = JSON.parse('{"__proto__":{"z":1,"a":2},"b":3,"10":4,"9":5}')
    expect(canonicalJson(odd)).to.equal('{"9":5,"10":4,"__proto__":{"a":2,"z":1},"b":3}')
    const own = { toJSON: () => ({ b: new Date(0), a: 1 }) }
    expect(canonicalJson([own])).to.equal('[{"a":1,"b":"1970-01-01T00:00:00.000Z"}]')
    expect(canonicalJson({ toJSON: 'x', a: 1 })).to.equal('{"a":1,"toJSON":"x"}')
  })

  it('gives the bytes that sorting in a replacer gives', () => {
    const bySorting = (value: unknown) =>
      JSON.stringify(value, (_key, inner: unknown) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner)
          ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
          : inner,
      )
    fc.assert(
      fc.property(fc.object({ withNullPrototype: false }), (value) => {
        expect(canonicalJson(value)).to.equal(bySorting(value))
      }),
    )
  })

  it('writes every code unit as JSON does, alone and beside others', () => {
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}`
      if (canonicalJson(text) !== JSON.stringify(text)) expect.fail(`code unit ${unit}`)
    }
    expect(canonicalJson('\u{1f9e5} \ud83e')).to.equal('"\u{1f9e5} \\ud83e"')
  })

  it('sorts objects of many sets of keys, more than it keeps in mind, and lists of any length', () => {
    const objects = Array.from({ length: 300 }, (_, n) => ({ z: n, [`k${n % 40}`]: -0, a: n / 3 }))
    const written = objects.map((own) => `{"a":${own.a},"k${own.z % 40}":0,"z":${own.z}}`)
    expect(canonicalJson([...objects, undefined])).to.equal(`[${written.join(',')},null]`)
    expect(objects.map(canonicalJson)).to.deep.equal(written)
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { canonicalJson } from '../../server/domain/canonical.ts'
import { canonicalLine } from '../../server/domain/canonical-bytes.ts'

describe('an object as a canonical line', () => {
  it('is the canonical form in bytes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(canonicalLine(value))
        expect(text).to.equal(`${canonicalJson(value)}\n`)
      }),
    )
  })

  it('leaves out what is not there, and divides no character where a piece ends', () => {
    const value = {
      b: undefined,
      a: Array.from({ length: 9_000 }, () => ({ text: '\u{20bb7}金' })),
    }
    const text = new TextDecoder('utf-8', { fatal: true }).decode(canonicalLine(value))
    expect(text).to.equal(`${canonicalJson(value)}\n`)
  })
})

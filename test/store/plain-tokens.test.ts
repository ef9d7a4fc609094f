import { expect } from 'chai'
import fc from 'fast-check'

import { simplified } from '../../server/domain/simplified.ts'
import { tokens } from '../../server/store/name-grams.ts'
import { plainTokens } from '../../server/store/plain-tokens.ts'

/** Runs of letters and digits, each character with the next one, as it is said of tokens. */
function slowly(text: string): string {
  const runs = simplified(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? []
  const hex = (unit = '') => unit && unit.charCodeAt(0).toString(16).padStart(4, '0')
  const grams = (run: string) => Array.from(run, (unit, at) => hex(unit) + hex(run[at + 1]))
  return runs.map((run) => grams(run).join(' ')).join(' x ')
}

const plain = fc.array(fc.constantFrom(...'aZ09 -:/.名表國際錶')).map((units) => units.join(''))

describe('tokens of plain text', () => {
  it('are those that the general way gives', () => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(plainTokens(text)).to.equal(slowly(text))
      }),
    )
  })

  it('are left to the general way where text is not plain, or too long for a name', () => {
    expect(plainTokens('café')).to.equal(undefined)
    expect(plainTokens('表'.repeat(5_000))).to.equal(undefined)
    expect(tokens('表'.repeat(5_000))).to.equal(slowly('表'.repeat(5_000)))
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { foldText, withOneLeftOut, wordsOf } from '../../server/linkage/fold-text.ts'

/** Letters, digits and every mark that folding treats in a way of its own. */
const ascii = fc.string({ unit: fc.constantFrom(...'aAzZ09 -_.\'`?"/&~'), maxLength: 12 })

describe('folding of text', () => {
  it('treats plain text as it treats text with accents', () => {
    fc.assert(
      fc.property(ascii, (text) => {
        expect(foldText(`${text} É`)).to.equal(`${foldText(text)} e`.trim())
        expect(wordsOf(`${text} É`)).to.deep.equal([...new Set([...wordsOf(text), 'e'])].toSorted())
      }),
    )
  })

  it('leaves out one whole character at a time, each text once', () => {
    expect(withOneLeftOut('abb')).to.deep.equal(['abb', 'bb', 'ab'])
    expect(withOneLeftOut('𠮷a')).to.deep.equal(['𠮷a', 'a', '𠮷'])
    expect(withOneLeftOut('')).to.deep.equal([''])
  })
})

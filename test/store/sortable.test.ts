import { expect } from 'chai'
import fc from 'fast-check'

import { compareText } from '../../server/domain/canonical.ts'
import { sortable } from '../../server/store/sortable.ts'

const anyText = fc.string({
  unit: fc.constantFrom(
    'a',
    'é',
    '中',
    '\uD7FE',
    '\uD7FF',
    '\uE000',
    '\uFFFD',
    '\uFFFF',
    '😀',
    '\u{10FFFF}',
  ),
  maxLength: 4,
})

describe('sortable text', () => {
  it('sorts by bytes as the original sorts by UTF-16', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const bytes = Buffer.compare(Buffer.from(sortable(a)), Buffer.from(sortable(b)))
        expect(bytes).to.equal(compareText(a, b))
      }),
    )
  })

  it('leaves what needs no change', () => {
    expect(sortable('demo/a.csv 海在 é')).to.equal('demo/a.csv 海在 é')
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { rarityBands } from '../../../server/linkage/kernels/rarity-bands.ts'
import { textColumn } from '../../../server/linkage/kernels/text-column.ts'
import { nearStarts } from './transactions-starts.ts'

describe('near starts', () => {
  it('are the start of the other, by how many records start so', () => {
    const { of } = nearStarts(textColumn(['J W', 'J W S\n', 'J W S\n', 'J W T\n', 'J\n', 'A\n']))
    expect(of(0, 1)).to.equal(1)
    expect(of(1, 2)).to.equal(rarityBands)
    expect(of(3, 0)).to.equal(rarityBands)
    expect(of(3, 4)).to.equal(rarityBands)
  })

  it('count every record that starts so, in either order', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 40 }), (texts) => {
        const column = textColumn(texts)
        const { of } = nearStarts(column)
        for (const [a, first] of column.values.entries())
          for (const [b, second] of column.values.entries())
            if (a !== b) expect(of(a, b)).to.equal(expected(texts, first, second))
      }),
    )
  })
})

function expected(texts: readonly string[], a: string, b: string): number {
  const [start, text] = a.length < b.length ? [a, b] : [b, a]
  if (!text.startsWith(start)) return rarityBands
  return bandOf(texts.filter((own) => own.startsWith(start)).length)
}

/** The first bands: below 3, 5, 10, 30 and 100 holders. */
function bandOf(holders: number): number {
  return [3, 5, 10, 30].filter((from) => from <= holders).length
}

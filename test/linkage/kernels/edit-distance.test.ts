import { expect } from 'chai'
import fc from 'fast-check'

import { editDistance } from '../../../server/linkage/kernels/edit-distance.ts'
import { packTexts } from '../../../server/linkage/kernels/packed-texts.ts'

describe('edit distance', () => {
  it('counts a swap of neighbors as one edit, and edits no part twice', () => {
    expect(distance('13800138000', '13800183000')).to.equal(1)
    expect(distance('ca', 'abc')).to.equal(3)
    expect(distance('', 'abc')).to.equal(3)
  })

  it('is what the table says, on both sides of 32 characters', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b)).to.equal(plainDistance(a, b))
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b)).to.equal(distance(b, a))
      }),
    )
  })
})

const text = fc
  .array(fc.constantFrom('1', '2', '3', '王'), { maxLength: 40 })
  .map((letters) => letters.join(''))

function distance(a: string, b: string): number {
  return editDistance(packTexts([a, b]))(0, 1)
}

function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  )
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const row = table[i] as number[]
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, at(i - 1, j) + 1, at(i, j - 1) + 1)
      if (1 < i && 1 < j && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(at(i, j), at(i - 2, j - 2) + 1)
    }
  }
  return at(a.length, b.length)
}

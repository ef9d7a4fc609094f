import { expect } from 'chai'
import fc from 'fast-check'

import { jaroWinkler } from '../../../server/linkage/kernels/jaro-winkler.ts'
import { packTexts } from '../../../server/linkage/kernels/packed-texts.ts'

describe('Jaro-Winkler similarity', () => {
  it('gives the published values', () => {
    const published: readonly [string, string, number][] = [
      ['MARTHA', 'MARHTA', 0.9611],
      ['DWAYNE', 'DUANE', 0.84],
      ['DIXON', 'DICKSONX', 0.8133],
      ['SHACKLEFORD', 'SHACKELFORD', 0.9818],
      ['DUNNINGHAM', 'CUNNIGHAM', 0.8963],
      ['NICHLESON', 'NICHULSON', 0.9556],
      ['ABROMS', 'ABRAMS', 0.9222],
      ['JERALDINE', 'GERALDINE', 0.9259],
    ]
    for (const [a, b, value] of published)
      expect(similarity(a, b), `${a} ${b}`).to.be.closeTo(value, 5e-5)
  })

  it('is what its definition says, whatever the length and the script', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(similarity(a, b)).to.be.closeTo(plainJaroWinkler(a, b), 1e-12)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same in both directions, and 1 for the same text', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(similarity(a, b)).to.equal(similarity(b, a))
        expect(similarity(a, a)).to.equal(1)
      }),
    )
  })

  it('changes nothing from its floor upwards', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const exact = similarity(a, b)
        expect(jaroWinkler(packTexts([a, b]), exact)(0, 1)).to.equal(exact)
        expect(jaroWinkler(packTexts([a, b]), exact + 0.01)(0, 1)).to.be.oneOf([0, exact])
      }),
      { numRuns: 2000 },
    )
  })

  it('tells characters apart that are 256 places from each other', () => {
    expect(similarity('王', String.fromCharCode('王'.charCodeAt(0) + 256))).to.equal(0)
  })
})

/** Short and long, of few letters so that they repeat, some of them not Latin. */
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', '王', '李', 'ж'), { maxLength: 45 })
  .map((letters) => letters.join(''))

function similarity(a: string, b: string): number {
  return jaroWinkler(packTexts([a, b]))(0, 1)
}

/** Winkler 1990 as it is written down, character by character. */
function plainJaroWinkler(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 1 : 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const matchedB: string[] = []
  for (const [j, letter] of [...b].entries()) {
    const found = [...a].findIndex(
      (other, i) => other === letter && !taken.has(i) && Math.abs(i - j) <= reach,
    )
    if (found < 0) continue
    taken.add(found)
    matchedB.push(letter)
  }
  const matchedA = [...a].filter((_, i) => taken.has(i))
  const matches = matchedA.length
  if (matches === 0) return 0
  const swaps = Math.floor(matchedA.filter((letter, k) => letter !== matchedB[k]).length / 2)
  const jaro = (matches / a.length + matches / b.length + (matches - swaps) / matches) / 3
  const prefix = [0, 1, 2, 3].findIndex((k) => a[k] === undefined || a[k] !== b[k])
  return jaro <= 0.7 ? jaro : jaro + 0.1 * (prefix < 0 ? 4 : prefix) * (1 - jaro)
}

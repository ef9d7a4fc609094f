import { expect } from 'chai'

import { memoParts } from './transactions-memo.ts'

/** Enough whole memos to learn the formulas from, and as many that fill the field. */
const whole = ['money BGC', 'money CSH', 'donation BGC', ' BGC', 'BGC', 'donation CSH'].flatMap(
  (tail, turn) =>
    Array.from({ length: 40 }, (_, place) => [
      `${initials(place)} ${tail}`,
      `${initials(place)} ${(0xabc + 7919 * (40 * turn + place)).toString(16).padStart(8, '0')} CSH`,
    ]).flat(),
)
const full = Array.from({ length: 500 }, (_, place) =>
  `${initials(place)} donation`.padEnd(15, 'X'),
)

describe('the parts of a memo', () => {
  it('are a name, a purpose and a method, told apart by how words are used', () => {
    expect(partsOf('ADA L money BGC X')).to.include({ purpose: '', method: '' })
    expect(partsOf('ADA L money BGC')).to.deep.equal(parts('ADA L\n', 'money\n', 'BGC\n'))
    expect(partsOf('ADA L BGC')).to.deep.equal(parts('ADA L\n', '', 'BGC\n'))
    expect(partsOf('ADA L')).to.deep.equal(parts('ADA L\n', '', ''))
    expect(partsOf('A L 5bd3f9d1 CSH')).to.deep.equal(parts('A L\n', '5bd3f9d1\n', 'CSH\n'))
  })

  it('stay open where the field may have cut them', () => {
    expect(partsOf('LOVELACE L dona')).to.deep.equal(parts('LOVELACE L\n', 'dona', ''))
    expect(partsOf('LOVELACE A L BG')).to.deep.equal(parts('LOVELACE A L\n', '', 'BG'))
    expect(partsOf('ADA L 5bd3f9d1 ')).to.deep.equal(parts('ADA L\n', '5bd3f9d1', ''))
    expect(partsOf('AUGUSTA LOVELAC')).to.deep.equal(parts('AUGUSTA LOVELAC', '', ''))
    expect(partsOf('AUGUSTALOVELAC ')).to.deep.equal(parts('AUGUSTALOVELAC', '', ''))
  })

  it('take one letter for an initial, unless it comes after a purpose', () => {
    expect(partsOf('LOVELACE ADAM B').method).to.equal('')
    expect(partsOf('LOVELACE ADA  B').method).to.equal('B')
  })
})

function partsOf(memo: string) {
  const { name, purpose, method } = memoParts([memo, ...whole, ...full])
  return parts(name[0], purpose[0], method[0])
}

function parts(name: string | undefined, purpose: string | undefined, method: string | undefined) {
  return { name, purpose, method }
}

function initials(place: number): string {
  return `${String.fromCharCode(65 + (place % 20))} ${String.fromCharCode(65 + (place % 17))}`
}

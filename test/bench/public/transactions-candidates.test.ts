import { expect } from 'chai'

import { candidatesOf, decoysOf } from './transactions-candidates.ts'
import type { Payments } from './transactions-read.ts'

describe('candidates of payments', () => {
  it('are later, of about the same amount and start alike', () => {
    expect(pairsOf(candidatesOf(of([10, 1000, 'AB'], [11, 1100, 'AB C'])))).to.deep.equal([[0, 1]])
    expect(pairsOf(candidatesOf(of([10, 1000, 'AB'], [10, 1000, 'AB'])))).to.deep.equal([])
    expect(pairsOf(candidatesOf(of([10, 1000, 'AB'], [41, 1000, 'AB'])))).to.deep.equal([])
    expect(pairsOf(candidatesOf(of([10, 1000, 'AB'], [11, 1200, 'AB'])))).to.deep.equal([])
    expect(pairsOf(candidatesOf(of([10, 1000, 'AB'], [11, 1000, 'AC'])))).to.deep.equal([])
  })

  it('have decoys that are earlier instead', () => {
    const pairs = of([10, 1000, 'AB'], [9, 1000, 'AB'], [11, 1000, 'AB'])
    expect(pairsOf(decoysOf(pairs))).to.deep.equal([[0, 1]])
    expect(pairsOf(candidatesOf(pairs))).to.deep.equal([[0, 2]])
  })
})

/** One origin and its destinations: day, cents, memo. */
function of(...records: readonly (readonly [number, number, string])[]): Payments {
  return {
    origins: 1,
    memos: records.map(([, , memo]) => memo),
    days: Int32Array.from(records, ([day]) => day),
    cents: Float64Array.from(records, ([, cents]) => cents),
    truth: records.map(() => ''),
  }
}

function pairsOf({ left, right }: { left: Int32Array; right: Int32Array }) {
  return Array.from(left, (own, pair) => [own, right[pair]])
}

import { expect } from 'chai'

import { type Payments, readPayments } from './transactions-read.ts'
import { assigned, shared } from './transactions-share.ts'
import { weighPayments } from './transactions-weigh.ts'

describe('the payments', () => {
  let payments: Payments
  before(() => {
    payments = readPayments()
  })

  it('are seen once at each end', () => {
    const { origins, truth } = payments
    expect(origins).to.equal(45_326)
    expect(truth).to.have.length(2 * origins)
    expect(new Set(truth.slice(0, origins)).size).to.equal(origins)
    expect(truth.slice(origins).toSorted()).to.deep.equal(truth.slice(0, origins).toSorted())
  })

  it('come in an order that what they say alone decides', () => {
    const { origins, memos } = payments
    const own = memos.slice(0, origins)
    expect(own).to.deep.equal(own.toSorted())
  })

  it('are found again, a tenth of them, with next to no error', () => {
    const some = tenthOf(payments)
    const weighed = weighPayments(some)
    const { left, right } = weighed.pairs
    const isTrue = (pair: number) =>
      some.truth[left[pair] as number] === some.truth[right[pair] as number]
    const probability = shared(weighed)
    const likely = [...probability.keys()].filter((pair) => 0.5 <= (probability[pair] as number))
    expect(likely.filter(isTrue).length / likely.length).to.be.at.least(0.998)
    expect(likely.filter(isTrue).length / some.origins).to.be.at.least(0.985)
    const pairs = assigned(weighed, probability)
    expect(pairs.filter(isTrue).length / some.origins).to.be.at.least(0.998)
    expect(pairs.filter(isTrue).length / pairs.length).to.be.at.least(0.998)
  })
})

/** Both ends of every payment whose number ends in 7. */
function tenthOf({ origins, memos, days, cents, truth }: Payments): Payments {
  const kept = [...truth.keys()].filter((record) => truth[record]?.endsWith('7'))
  return {
    origins: kept.filter((record) => record < origins).length,
    memos: kept.map((record) => memos[record] as string),
    days: Int32Array.from(kept, (record) => days[record] as number),
    cents: Float64Array.from(kept, (record) => cents[record] as number),
    truth: kept.map((record) => truth[record] as string),
  }
}

import { expect } from 'chai'

import { Ring } from '../../server/domain/ring.ts'
import type { Bits, Probability } from '../../server/domain/units.ts'
import { findRings } from '../../server/rings/find-rings.ts'
import { strainsOf } from '../../server/rings/strains.ts'
import { aDecision, aLink, shopKey } from '../support/ring-builders.ts'

const options = { threshold: 0.8 as Probability, seed: 1, maxSize: 40 }

/** A decided pair: what the evidence says in bits, and what it is told at. */
function decided(from: string, to: string, verdict: 'same' | 'different', evidence: number) {
  const total = verdict === 'same' ? 10 : -10
  const link = aLink(from, to, {
    p: verdict === 'same' ? 0.999 : 0.001,
    decisions: [aDecision(verdict)],
  })
  const calibration = { ...link.ledger.calibration, decided: (total - evidence) as Bits }
  return { ...link, ledger: { ...link.ledger, total: total as Bits, calibration } }
}

describe('what strains against a decision', () => {
  it('is evidence below .2 for a pair called the same, and of .9 or more for one called different', () => {
    const told = [
      decided('a', 'b', 'same', -2.1),
      decided('a', 'c', 'same', -1.9),
      decided('d', 'e', 'different', 3.2),
      decided('d', 'f', 'different', 3.1),
    ]
    expect(strainsOf(told).map(({ a, b }) => [a, b])).to.deep.equal([
      ['a', 'b'].map(shopKey),
      ['d', 'e'].map(shopKey),
    ])
  })

  it('is told with both numbers, once, by every ring that holds one of the two', () => {
    const links = [
      aLink('a', 'b'),
      aLink('x', 'y'),
      decided('b', 'x', 'different', 4),
      { ...decided('b', 'x', 'different', 4), kind: 'came_back_as' as const },
    ]
    const rings = findRings({ links, shops: [] }, options)
    expect(rings).to.have.length(2)
    for (const ring of rings) {
      Ring.parse(ring)
      const [strain, ...others] = ring.strains ?? []
      expect(others).to.deep.equal([])
      expect(strain).to.deep.include({ a: shopKey('b'), b: shopKey('x'), verdict: 'different' })
      expect(strain?.evidence).to.be.closeTo(0.94, 0.01)
      expect(strain?.decided).to.equal(0.001)
    }
  })

  it('is nothing where people disagree, nobody decided, or evidence and decision agree', () => {
    const disputed = aLink('a', 'b', {
      p: 0.95,
      decisions: [aDecision('same'), aDecision('different', { by: 'Wu' })],
    })
    expect(strainsOf([disputed, aLink('b', 'c'), decided('c', 'd', 'same', 5)])).to.deep.equal([])
    const [ring] = findRings({ links: [aLink('a', 'b')], shops: [] }, options)
    expect(ring).to.not.have.property('strains')
  })
})

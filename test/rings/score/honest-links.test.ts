import { expect } from 'chai'
import fc from 'fast-check'

import {
  falselyLinked,
  honestLinks,
  thresholdOf,
} from '../../../server/rings/score/honest-links.ts'
import { link } from './links.ts'

const truth = [
  { shop: 'a1', controller: 'A' },
  { shop: 'a2', controller: 'A', predecessor: 'a1' },
  { shop: 'h1', controller: 'H' },
  { shop: 'h2', controller: 'H' },
  { shop: 'i', controller: 'I' },
  { shop: 'j', controller: 'J' },
]

describe('honestLinks', () => {
  it('keeps the surest false claim about each shop of somebody who never came back', () => {
    const links = [
      link('h1', 'h2', 1, 'same_controller'),
      link('a1', 'h1', 0.9, 'came_back_as'),
      link('h1', 'i', 0.95, 'same_controller'),
      link('i', 'a2', 0.7, 'came_back_as'),
      link('j', 'i', 0.99, 'shares_supply'),
      link('j', 'unknown', 0.99, 'came_back_as'),
    ]
    expect(honestLinks(links, truth)).to.deep.equal({ shops: 4, surest: [0.95, 0.95] })
  })

  it('says how many in 10,000 are linked at a threshold', () => {
    const honest = { shops: 4, surest: [0.95, 0.8] }
    expect(falselyLinked(honest, 0.8)).to.equal(5_000)
    expect(falselyLinked(honest, 0.96)).to.equal(0)
    expect(falselyLinked({ shops: 0, surest: [] }, 0.8)).to.equal(null)
  })

  it('finds the least threshold at which so few are linked', () => {
    const probabilities = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { maxLength: 30 })
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 0, max: 10_000 }), (found, most) => {
        const honest = { shops: 30, surest: found.toSorted((a, b) => b - a) }
        const threshold = thresholdOf(honest, most)
        expect(falselyLinked(honest, threshold)).to.be.at.most(most)
        if (0 < threshold) expect(falselyLinked(honest, threshold - 2e-12)).to.be.above(most)
      }),
    )
  })
})

import { expect } from 'chai'
import fc from 'fast-check'

import { trapPairs } from '../../../server/rings/score/trap-pairs.ts'
import { link } from './links.ts'

const truth = [
  { shop: 'f1', controller: 'A' },
  { shop: 'f2', controller: 'B' },
  { shop: 'f3', controller: 'B' },
  { shop: 'h1', controller: 'C' },
  { shop: 'h2', controller: 'D' },
]
const groups = [
  { trap: 'franchise', shops: ['f1', 'f2', 'f3', 'unknown'] },
  { trap: 'parcel_hub', shops: ['h1', 'f1'] },
  { trap: 'parcel_hub', shops: ['h2', 'f2'] },
]

describe('trapPairs', () => {
  it('counts the pairs of strangers that a trap makes, and of them those that are claimed', () => {
    const links = [
      link('f1', 'f2', 0.9, 'same_controller'),
      link('f2', 'f1', 0.85, 'came_back_as'),
      link('f2', 'f3', 0.99, 'same_controller'),
      link('f1', 'f3', 0.79, 'same_controller'),
    ]
    expect(trapPairs(groups, links, truth, 0.8)).to.deep.equal([
      { trap: 'franchise', pairs: 2, false: 1, share: 0.5 },
      { trap: 'parcel_hub', pairs: 2, false: 0, share: 0 },
    ])
  })

  it('blames a trap only for pairs within one of its groups', () => {
    const links = [link('h1', 'h2', 1, 'same_controller'), link('f1', 'h1', 1, 'shares_supply')]
    expect(trapPairs(groups, links, truth, 0.8).map((own) => own.false)).to.deep.equal([0, 0])
  })

  it('counts as many pairs as there are when each is looked at, and never more false ones', () => {
    const shops = Array.from({ length: 12 }, (_, n) => `s${n}`)
    const worlds = fc.record({
      controllers: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }),
      members: fc.uniqueArray(fc.constantFrom(...shops)),
      claims: fc.array(fc.tuple(fc.constantFrom(...shops), fc.constantFrom(...shops))),
    })
    fc.assert(
      fc.property(worlds, ({ controllers, members, claims }) => {
        const known = shops.map((shop, n) => ({ shop, controller: `c${controllers[n]}` }))
        const controllerOf = new Map(known.map(({ shop, controller }) => [shop, controller]))
        const strangers = members.flatMap((a, n) =>
          members
            .slice(n + 1)
            .filter((b) => controllerOf.get(a) !== controllerOf.get(b))
            .map((b) => [a, b].toSorted().join(' ')),
        )
        const claimed = new Set(claims.map((pair) => pair.toSorted().join(' ')))
        const [own] = trapPairs(
          [{ trap: 'one', shops: members }],
          claims.map(([a, b]) => link(a, b, 0.9, 'same_controller')),
          known,
          0.8,
        )
        expect(own?.pairs).to.equal(strangers.length)
        expect(own?.false).to.equal(strangers.filter((pair) => claimed.has(pair)).length)
      }),
    )
  })
})

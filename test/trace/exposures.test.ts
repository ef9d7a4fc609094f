import { expect } from 'chai'

import { actedUses } from '../../server/trace/acted-uses.ts'
import { exposuresOf } from '../../server/trace/exposures.ts'
import { edge, s1, s2, s3 } from '../support/trace-builders.ts'

describe('exposuresOf', () => {
  it('gives each thing its share of what open shops use of the kind, shops of which nothing is told counted', () => {
    const uses = actedUses(
      [
        edge(s1, 'PAID_INTO', 'account:a', 1),
        edge(s2, 'PAID_INTO', 'account:a', 2),
        edge(s2, 'PAID_INTO', 'account:b', 3),
        edge(s1, 'SHIPS_FROM', 'origin:x', 4),
        edge('shop:q/closed', 'PAID_INTO', 'account:c', 5),
      ],
      new Map(),
    )
    const rate = { relation: 'PAID_INTO' as const, returns: 2, changed: 1, low: 0, high: 1 }
    const found = exposuresOf([[s1, s2, s3]], uses, [{ ...rate, rate: 0.5 }])
    expect(
      found.map(({ key, shops, share, replaced }) => [key, shops, share, replaced]),
    ).to.deep.equal([
      ['account:a', 2, 2 / 3, 0.5],
      ['account:b', 1, 1 / 3, 0.5],
      ['origin:x', 1, 1 / 3, 0],
    ])
  })
})

import { expect } from 'chai'

import type { Channel, Link } from '../../server/domain/link.ts'
import type { Probability } from '../../server/domain/units.ts'
import { actedUses } from '../../server/trace/acted-uses.ts'
import { replacementsOf } from '../../server/trace/replacements.ts'
import { aLink } from '../support/store-builders.ts'
import { edge } from '../support/trace-builders.ts'

const threshold = 0.8 as Probability

function cameBack(from: string, to: string, total: number, bars: Partial<Record<Channel, number>>) {
  const link = aLink(from, to)
  const all = Object.entries(bars).map(([channel, bits]) => ({ channel, bits }))
  return {
    ...link,
    ...{ kind: 'came_back_as', probability: 0.99 },
    ledger: { ...link.ledger, total, bars: all },
  } as unknown as Link
}

const uses = actedUses(
  [
    edge('shop:p/1', 'PAID_INTO', 'account:a', 1),
    edge('shop:p/2', 'PAID_INTO', 'account:a', 2),
    edge('shop:p/3', 'PAID_INTO', 'account:b', 3),
    edge('shop:p/1', 'SUPPLIED_BY', 'factory:x', 4),
    edge('shop:p/2', 'SUPPLIED_BY', 'factory:y', 5),
  ],
  new Map([['factory:y', 'factory:x']]),
)

describe('replacementsOf', () => {
  const accounts = (...links: Link[]) => replacementsOf(links, uses, threshold)[0]

  it('tells how often returns have another account, each with what it does not rest on', () => {
    const found = accounts(
      cameBack('shop:p/1', 'shop:p/2', 9, { account: 3 }),
      cameBack('shop:p/2', 'shop:p/3', 9, { account: -1 }),
    )
    expect(found).to.deep.include({ relation: 'PAID_INTO', returns: 2, changed: 1, rate: 0.5 })
  })

  it('leaves out returns that were found by the account, and shops that name none', () => {
    const found = accounts(
      cameBack('shop:p/1', 'shop:p/2', 4, { account: 3 }),
      cameBack('shop:p/1', 'shop:p/9', 9, {}),
    )
    expect(found).to.deep.include({ returns: 0, changed: 0, rate: 0.5, low: 0, high: 1 })
  })

  it('takes two nodes of one factory for one', () => {
    const links = [cameBack('shop:p/1', 'shop:p/2', 9, {})]
    const [, , factories] = replacementsOf(links, uses, threshold)
    expect(factories).to.deep.include({ relation: 'SUPPLIED_BY', returns: 1, changed: 0 })
  })
})

import { expect } from 'chai'

import type { GenericValue } from '../../server/domain/generic.ts'
import type { Link } from '../../server/domain/link.ts'
import type { IsoDate, Probability } from '../../server/domain/units.ts'
import { rescoredLine } from '../../server/linkage/generic-words.ts'
import { linkShops } from '../../server/linkage/link-shops.ts'
import { newlyGeneric, rescoredLink } from '../../server/linkage/rescored-links.ts'
import { market, options, strangers } from './market.ts'

const agent = 'account:wallet/agent'
const value: GenericValue = {
  key: agent,
  since: '2025-03-06' as IsoDate,
  reason: 'taken_up_fast',
  holders: 6,
  controllersIn90Days: 5,
}
const two = ['a', 'b'].map((id) => ({ id, account: ['agent'], phone: ['+8613712345678'] }))
const link: Link =
  linkShops(market([...two, ...strangers(60)]), options).links.find(
    ({ ledger }) => 1 < ledger.bars.filter(({ bits }) => 0 < bits).length,
  ) ?? expect.fail('the two are not linked')

describe('a link that stood on a value which has become generic', () => {
  const generics = newlyGeneric([value], [])

  it('is told with what it was and what it is', () => {
    const after = { ...link, probability: 0.41 as Probability }
    const { from, to, kind, probability: before } = link
    const { since, reason } = value
    const told = { value: agent, since, reason, from, to, kind, before }
    expect(rescoredLink(link, after, generics)).to.deep.equal([{ ...told, after: 0.41 }])
    expect(rescoredLink(link, undefined, generics)).to.deep.equal([told])
  })

  it('is told once, and not by what was generic before or what it never stood on', () => {
    expect(rescoredLink(link, link, newlyGeneric([value], [value]))).to.deep.equal([])
    const other = newlyGeneric([{ ...value, key: 'account:wallet/other' }], [])
    expect(rescoredLink(link, link, other)).to.deep.equal([])
    const bars = link.ledger.bars.map((bar) => ({ ...bar, generic: true }))
    const before = { ...link, ledger: { ...link.ledger, bars } }
    expect(rescoredLink(before, link, generics)).to.deep.equal([])
  })

  it('reads as a sentence', () => {
    const told = rescoredLink({ ...link, probability: 0.93 as Probability }, undefined, generics)
    expect(told.map(rescoredLine)).to.deep.equal([
      'agent became generic on 2025-03-06 (many controllers took it up at one time); one controller: before 0.93, now too improbable to keep.',
    ])
  })

  it('is told as certain neither before nor after', () => {
    const told = rescoredLink({ ...link, probability: 0.99996 as Probability }, link, generics)
    const said = (after: number) =>
      told.map((own) => rescoredLine({ ...own, after: after as Probability })).join()
    expect(said(0.9967)).to.include('before above 0.999, now 0.997.')
    expect(said(0.0004)).to.include('now below 0.001.')
  })
})

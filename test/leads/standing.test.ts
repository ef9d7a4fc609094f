import { expect } from 'chai'

import { claimContext } from '../../server/leads/claims/context.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import { coreOf } from '../../server/leads/core.ts'
import { evidenceOf } from '../../server/leads/evidence.ts'
import { standingsOf } from '../../server/leads/standing.ts'
import { wordsOf } from '../../server/leads/words/words.ts'
import { contentsOf } from './contents.ts'
import { shops } from './keys.ts'

describe('what is known of the goods of a shop', () => {
  it('is what a test buy found, else that it was closed for counterfeits, else nothing', () => {
    expect(groupsOf(contentsOf())).to.deep.equal({
      counterfeit: [shops.lotus],
      genuine: [shops.petal],
      open: [],
      closed: [],
      inferred: [shops.bag],
    })
  })

  it('is open while nobody gave a verdict, and the closing of its shop does not stand for one', () => {
    const contents = contentsOf()
    const pending = contents.events.map((record) => {
      const { result: _result, ...fields } = record.fields
      return { ...record, fields }
    })
    expect(groupsOf({ ...contents, events: pending, records: [] })).to.deep.include({
      open: [shops.lotus, shops.petal],
    })
    expect(groupsOf({ ...contents, events: [] })).to.deep.include({
      closed: [shops.lotus, shops.petal],
      inferred: [shops.bag],
    })
  })
})

function groupsOf(contents: LeadContents): Record<string, readonly string[]> {
  const words = wordsOf('en')
  const core = coreOf(contents, words)
  const parts = { evidence: evidenceOf(core), words: words.claims, nameOf: (key: string) => key }
  const groups = standingsOf(claimContext(core, parts))
  return Object.fromEntries(groups.map(({ standing, shops: of }) => [standing, of]))
}

import { expect } from 'chai'
import fc from 'fast-check'

import { RefusalError } from '../../server/domain/failure.ts'
import { type LeadFile, LeadState } from '../../server/domain/paper/lead.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { approverOf, moved, nextStates, stateOf } from '../../server/leads/course.ts'

const at = EpochMs.parse(1_773_478_860_000)
const draft: LeadFile = {
  ring: 'ring:a/1',
  run: 1,
  name: 'A',
  author: 'An',
  to: [{ name: 'Police', audience: 'authority', territory: 'CN' }],
  asks: 'Look.',
  language: 'en',
  names: 'all',
  steps: [{ to: 'draft', by: 'An', at }],
  packages: [],
  outcomes: [],
  at,
  revision: 1,
}
const step = (to: LeadState, by = 'Bo', because?: string) => ({
  to,
  by,
  at,
  ...(because !== undefined && { because }),
})

describe('the course of a lead', () => {
  it('leads from the draft over review and approval to the seal, and on to what came of it', () => {
    const way = ['reviewed', 'approved', 'sealed', 'transmitted', 'accepted', 'outcome', 'closed']
    const end = way.reduce((lead, to) => moved(lead, step(LeadState.parse(to))), draft)
    expect(end.steps.map(({ to }) => to)).to.deep.equal(['draft', ...way])
    expect(end.revision).to.equal(8)
    expect(approverOf(end)).to.equal('Bo')
  })

  it('never lets the author approve, whatever the case and the spaces of the name', () => {
    const reviewed = moved({ ...draft, author: 'An  Li' }, step('reviewed'))
    for (const by of ['An  Li', 'an li', ' AN LI ', 'Ａｎ Li'])
      expect(() => moved(reviewed, step('approved', by))).to.throw(RefusalError, 'second person')
    expect(stateOf(moved(reviewed, step('approved', 'Bo')))).to.equal('approved')
  })

  it('wants a reason for what somebody will ask about', () => {
    const reviewed = moved(draft, step('reviewed'))
    expect(() => moved(reviewed, step('draft'))).to.throw('say why')
    expect(() => moved(reviewed, step('withdrawn'))).to.throw('say why')
    expect(stateOf(moved(reviewed, step('draft', 'Bo', 'no test buy')))).to.equal('draft')
  })

  it('forgets an approval when the lead goes back to its author', () => {
    const approved = moved(moved(draft, step('reviewed')), step('approved'))
    expect(approverOf(moved(approved, step('draft', 'Bo', 'a name is wrong')))).to.equal(undefined)
  })

  it('(law) is never left: every step taken follows from the one before, and is kept', () => {
    const steps = fc.array(
      fc.record({ to: fc.constantFrom(...LeadState.options), by: fc.constantFrom('An', 'Bo') }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(steps, (list) => {
        let lead = draft
        for (const { to, by } of list) {
          const allowed = nextStates(lead).includes(to) && !(to === 'approved' && by === 'An')
          if (allowed) lead = moved(lead, step(to, by, 'so'))
          else expect(() => moved(lead, step(to, by, 'so'))).to.throw(RefusalError)
        }
        expect(lead.steps[0]).to.deep.equal(draft.steps[0])
        const sealed = lead.steps.findIndex(({ to }) => to === 'sealed')
        if (0 <= sealed) {
          expect(lead.steps[sealed - 1]?.to).to.equal('approved')
          expect(lead.steps[sealed - 1]?.by).to.equal('Bo')
        }
      }),
    )
  })
})

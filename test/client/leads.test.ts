import { expect } from 'chai'
import fc from 'fast-check'

import {
  countryName,
  draftedOf,
  emptyDraft,
  lettersOf,
  withRecipient,
  writtenOf,
} from '../../client/leads/drafting.ts'
import { figureRows } from '../../client/leads/figure-rows.ts'
import {
  canHaveOutcome,
  isSealed,
  latestFirst,
  ofState,
  recipientsText,
  saidNext,
  stateCounts,
  versionAfter,
  wantsReason,
} from '../../client/leads/lead-list.ts'
import { outcomeSaid, type WrittenOutcome } from '../../client/leads/outcome-said.ts'
import type { LeadFileAnswer } from '../../server/contract/lead-files.ts'
import { OutcomeBody } from '../../server/contract/lead-files.ts'
import { LeadState } from '../../server/domain/paper/lead.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { moved, nextStates, stateOf } from '../../server/leads/course.ts'

const customs = { name: 'Customs', audience: 'authority', territory: 'CN' } as const

/** A lead that went through these states after its draft. */
function aLead(id: string, steps: readonly LeadState[] = [], supersedes?: string): LeadFileAnswer {
  const body: LeadFileAnswer['body'] = {
    ring: 'ring:1',
    run: 1,
    name: 'Golden Lotus',
    author: 'An',
    to: [customs],
    asks: 'Inspect',
    language: 'en',
    names: 'stated',
    steps: (['draft', ...steps] as const).map((to, at) => ({
      to,
      by: 'Bo',
      at: EpochMs.parse(at),
    })),
    packages: [],
    outcomes: [],
    at: EpochMs.parse(0),
    revision: 1,
    ...(supersedes !== undefined && { supersedes }),
  }
  return { id, kind: 'lead', body, state: stateOf(body), next: [...nextStates(body)] }
}

describe('leads in a list', () => {
  const leads = [aLead('c', ['reviewed']), aLead('b'), aLead('a', ['reviewed', 'approved'])]

  it('are counted by state in the order of their course, and shown by one state or all', () => {
    expect(stateCounts([...leads, aLead('d')])).to.deep.equal([
      ['draft', 2],
      ['reviewed', 1],
      ['approved', 1],
    ])
    expect(ofState(leads, 'draft').map(({ id }) => id)).to.deep.equal(['b'])
    expect(ofState(leads, undefined)).to.equal(leads)
  })

  it('stand in the order in which something last happened to them, whatever order they came in', () => {
    const sorted = ['a', 'c', 'b']
    for (const order of [leads, leads.toReversed()])
      expect(latestFirst(order).map(({ id }) => id)).to.deep.equal(sorted)
    expect(latestFirst([aLead('1'), aLead('2')]).map(({ id }) => id)).to.deep.equal(['2', '1'])
  })

  it('name their first recipients and count the rest', () => {
    expect(recipientsText([customs], ', ')).to.equal('Customs')
    expect(recipientsText(Array(5).fill(customs), ', ')).to.equal('Customs, Customs, Customs +2')
  })

  it('offer every step that follows but “superseded”, which the next version brings', () => {
    for (const state of LeadState.options) {
      const lead = aLead('a', [state])
      expect(saidNext(lead)).to.deep.equal(lead.next.filter((own) => own !== 'superseded'))
    }
  })

  it('ask for a reason exactly where the server refuses a step without one', () => {
    for (const from of LeadState.options)
      for (const to of nextStates(aLead('a', [from]).body)) {
        const take = () => moved(aLead('a', [from]).body, { to, by: 'Cy', at: EpochMs.parse(9) })
        if (wantsReason.has(to)) expect(take, `${from} → ${to}`).to.throw('only with a reason')
        else expect(take, `${from} → ${to}`).to.not.throw()
      }
  })

  it('are corrected by a version once sealed, and can have an outcome once transmitted', () => {
    const sealed = aLead('L-1-v1', ['reviewed', 'approved', 'sealed'])
    const sent = aLead('L-1-v1', ['reviewed', 'approved', 'sealed', 'transmitted'])
    const back = aLead('L-1-v1', ['sealed', 'transmitted', 'withdrawn'])
    expect([leads[2], sealed, back].map((lead) => lead && isSealed(lead))).to.deep.equal([
      false,
      true,
      true,
    ])
    expect([sealed, sent, back].map(canHaveOutcome)).to.deep.equal([false, true, false])
    const next = aLead('L-1-v2', [], 'L-1-v1')
    expect(versionAfter([next, sealed], 'L-1-v1')).to.equal(next)
    expect(versionAfter([next, sealed], 'L-1-v2')).to.equal(undefined)
  })
})

describe('a draft that is being written', () => {
  it('is whole when every recipient has a name and a country and something is asked', () => {
    const empty = emptyDraft('zh')
    expect(empty.language).to.equal('zh-CN')
    expect(draftedOf(empty)).to.equal(undefined)
    const whole = writtenOf({ to: [customs], asks: ' Inspect ', language: 'en', names: 'all' })
    expect(draftedOf(whole)).to.deep.equal({
      to: [customs],
      asks: 'Inspect',
      language: 'en',
      names: 'all',
      rights: [],
    })
    expect(draftedOf({ ...whole, asks: ' ' })).to.equal(undefined)
    expect(draftedOf(withRecipient(whole))).to.equal(undefined)
  })

  it('keeps its lines apart whatever was added and taken out', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(20)), { maxLength: 20 }), (turns) => {
        let draft = emptyDraft('en')
        for (const turn of turns)
          draft =
            turn === null
              ? withRecipient(draft)
              : { ...draft, to: draft.to.filter((_, place) => place !== turn) }
        const places = draft.to.map(({ place }) => place)
        expect(new Set(places).size).to.equal(places.length)
      }),
    )
  })

  it('takes the letters of a country however they are typed, and names the country', () => {
    expect(lettersOf(' cn.', 2)).to.equal('CN')
    expect(lettersOf('ｃｎy8', 3)).to.equal('CNY')
    expect(countryName('CN', 'en')).to.equal('China')
    expect(countryName('CN', 'zh')).to.equal('中国')
    for (const letters of ['QQ', 'C', '']) expect(countryName(letters, 'en')).to.equal(undefined)
  })
})

describe('an outcome that is being written', () => {
  const written: WrittenOutcome = {
    kind: 'goods_seized',
    on: '2026-04-02',
    count: '12',
    amount: '',
    currency: '',
    basis: '',
    source: 'Letter 7 ',
    by: 'An',
  }

  it('is told in numbers, its value with currency and basis', () => {
    const value = { amount: '1200.5', currency: 'CNY', basis: 'price tag' }
    const said = outcomeSaid({ ...written, ...value })
    expect(said).to.deep.equal({
      kind: 'goods_seized',
      on: '2026-04-02',
      count: 12,
      value: { ...value, amount: 1200.5 },
      source: 'Letter 7',
      by: 'An',
    })
    expect(OutcomeBody.safeParse(said).success).to.equal(true)
    expect(outcomeSaid({ ...written, count: '' })).to.not.have.property('count')
  })

  const missing: Record<string, Partial<WrittenOutcome>> = {
    'no day': { on: '' },
    'no document': { source: ' ' },
    'nobody who says so': { by: '' },
    'a count that is none': { count: '3.5' },
    'a value that is none': { amount: 'much', currency: 'CNY', basis: 'price tag' },
    'a value below nothing': { amount: '-1', currency: 'CNY', basis: 'price tag' },
    'a value without a currency': { amount: '5', basis: 'price tag' },
    'a value that goes by nothing': { amount: '5', currency: 'CNY' },
  }
  for (const [what, part] of Object.entries(missing)) {
    it(`is not sent with ${what}`, () => {
      expect(outcomeSaid({ ...written, ...part })).to.equal(undefined)
    })
  }
})

describe('figures by year', () => {
  it('are latest first, each bar against the largest of its column and currency', () => {
    const years = [
      { year: '2024', leads: 4, suspects: 0, sites: 2, value: { CNY: 100, USD: 7 } },
      { year: '2025', leads: 1, suspects: 0, sites: 4, value: { CNY: 400 } },
    ]
    const [latest, earlier] = figureRows(years)
    expect(latest).to.deep.equal({
      year: '2025',
      leads: { amount: 1, share: 0.25 },
      suspects: { amount: 0, share: 0 },
      sites: { amount: 4, share: 1 },
      value: [{ currency: 'CNY', amount: 400, share: 1 }],
    })
    expect(earlier?.value).to.deep.equal([
      { currency: 'CNY', amount: 100, share: 0.25 },
      { currency: 'USD', amount: 7, share: 1 },
    ])
  })
})

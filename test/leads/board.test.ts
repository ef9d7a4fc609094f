import { expect } from 'chai'

import type { LeadState, Outcome } from '../../server/domain/paper/lead.ts'
import type { LeadPaper } from '../../server/domain/paper/paper.ts'
import { EpochMs, IsoDate } from '../../server/domain/units.ts'
import { leadBoard } from '../../server/leads/board.ts'

describe('the board of leads', () => {
  it('counts a lead once, however many versions and recipients it has, by where its latest stands', () => {
    const board = leadBoard([
      lead('L-2026-000001-v1', ['draft', 'sealed', 'superseded']),
      lead('L-2026-000001-v2', ['draft', 'sealed', 'transmitted']),
      lead('L-2026-000002-v1', ['draft']),
      lead('L-2026-000001-v10', ['draft']),
    ])
    expect(board.states).to.deep.equal({ draft: 2 })
    expect(board.years).to.deep.equal([
      { year: '2026', leads: 1, suspects: 0, sites: 0, value: {} },
    ])
  })

  it('takes persons detained, arrested and prosecuted for the same, and adds no currencies up', () => {
    const board = leadBoard([
      lead(
        'L-2026-000001-v1',
        ['draft', 'sealed'],
        [
          outcome('detained', { count: 5 }),
          outcome('arrested', { count: 3 }),
          outcome('sites_closed', { count: 2 }),
          outcome('goods_seized', { value: { amount: 10, currency: 'CNY', basis: 'tag' } }),
          outcome('goods_seized', { value: { amount: 4, currency: 'EUR', basis: 'tag' } }),
          outcome('goods_seized', {
            value: { amount: 90, currency: 'CNY', basis: 'tag' },
            retractedAt: EpochMs.parse(1),
          }),
        ],
      ),
      lead('L-2026-000002-v1', ['draft', 'sealed'], [outcome('arrested', { count: 1 })]),
    ])
    expect(board.years).to.deep.equal([
      { year: '2026', leads: 2, suspects: 6, sites: 2, value: { CNY: 10, EUR: 4 } },
    ])
  })

  it('says where its reference comes from', () => {
    const { reference } = leadBoard([])
    expect(reference).to.include({ year: '2016', leads: 1_184, suspects: 880, sites: 1_419 })
    expect(reference.source).to.include('2016')
  })
})

const at = EpochMs.parse(Date.UTC(2026, 3, 2))

function lead(id: string, states: readonly LeadState[], outcomes: Outcome[] = []): LeadPaper {
  return {
    id,
    kind: 'lead',
    body: {
      ring: 'ring:a/1',
      run: 1,
      name: 'A',
      author: 'An',
      to: [{ name: 'Police', audience: 'authority', territory: 'CN' }],
      asks: 'Look.',
      language: 'en',
      names: 'all',
      steps: states.map((to) => ({ to, by: 'An', at })),
      packages: [],
      outcomes,
      at,
      revision: 1,
    },
  }
}

function outcome(kind: Outcome['kind'], more: Partial<Outcome>): Outcome {
  return { id: kind, kind, on: IsoDate.parse('2026-04-02'), source: 'x', by: 'An', at, ...more }
}

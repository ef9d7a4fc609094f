import { expect } from 'chai'
import fc from 'fast-check'

import type { EvidenceItem } from '../../../server/domain/evidence/evidence-item.ts'
import {
  dayEverywhere,
  retainUntil,
  retentionOf,
} from '../../../server/domain/evidence/retention.ts'
import { at, day } from '../../support/store-builders.ts'
import { retentionTorture } from '../../torture/retention.ts'

type Kept = Pick<EvidenceItem, 'transactionEnd' | 'cases' | 'holds' | 'destroyedAt'>

const kept = (traits: Partial<Kept>): Kept => ({ cases: [], holds: [], ...traits })
const hold = { seq: 1, by: 'An', at: at(1), why: 'appeal' }

describe('keeping evidence', () => {
  it('goes on for three calendar years after the later of transaction and case', () => {
    expect(retainUntil(kept({ transactionEnd: day('2023-05-02') }))).to.equal('2026-05-02')
    const later = { name: 'a', closed: day('2024-01-31') }
    expect(retainUntil(kept({ transactionEnd: day('2023-05-02'), cases: [later] }))).to.equal(
      '2027-01-31',
    )
    expect(retainUntil(kept({}))).to.equal(undefined)
  })

  it('from a leap day on ends on March 1, not a day before', () => {
    expect(retainUntil(kept({ transactionEnd: day('2024-02-29') }))).to.equal('2027-03-01')
    expect(retainUntil(kept({ transactionEnd: day('2024-02-28') }))).to.equal('2027-02-28')
  })

  it('lasts to the end of the last day, everywhere on earth', () => {
    const item = kept({ transactionEnd: day('2023-05-02') })
    const atUtc = (moment: string) => dayEverywhere(at(Date.parse(moment)))
    expect(retentionOf(item, atUtc('2026-05-03T11:59:59Z')).state).to.equal('kept')
    expect(retentionOf(item, atUtc('2026-05-03T12:00:00Z')).state).to.equal('due')
  })

  it('has no end while a case is open, while somebody holds it, or where nobody gave a day', () => {
    const far = day('2099-01-01')
    const ended = { transactionEnd: day('2010-01-01') }
    expect(retentionOf(kept({ ...ended, cases: [{ name: 'a' }] }), far).state).to.equal('open_case')
    expect(retentionOf(kept({ ...ended, holds: [hold] }), far).state).to.equal('held')
    expect(retentionOf(kept({}), far)).to.deep.equal({ state: 'undated' })
  })

  it('never ends earlier for anything that is added', () => {
    const anyDay = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => day(new Date(days * 86_400_000).toISOString().slice(0, 10)))
    const item = fc.record({
      transactionEnd: fc.option(anyDay, { nil: undefined }),
      cases: fc.array(fc.record({ name: fc.string(), closed: anyDay }), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(item, anyDay, anyDay, (before, closed, today) => {
        const more = { ...before, cases: [...before.cases, { name: 'more', closed }] }
        const due = (one: typeof before) => retentionOf(kept(one), today).state === 'due'
        const wasKept = retainUntil(before) !== undefined && !due(before)
        if (wasKept) expect(due(more)).to.equal(false)
        expect((retainUntil(before) ?? '') <= (retainUntil(more) ?? '')).to.equal(true)
      }),
      { seed: 20_260_314 },
    )
  })

  it('destroys nothing early and forgets nothing, by a calendar of its own', () => {
    const figures = new Map(
      retentionTorture({ cases: 500, seed: 20_260_314 }).map(
        ({ name, value }) => [name, value] as const,
      ),
    )
    expect(figures.get('retention: destroyed early')).to.equal(0)
    expect(figures.get('retention: expired and forgotten')).to.equal(0)
    expect(figures.get('retention: with a leap day')).to.be.greaterThan(50)
    expect(figures.get('retention: with a hold')).to.be.greaterThan(100)
  })
})

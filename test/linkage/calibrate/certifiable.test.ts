import { expect } from 'chai'
import fc from 'fast-check'

import type { Decision, DecisionBasis, Verdict } from '../../../server/domain/decision.ts'
import { mulberry32 } from '../../../server/domain/random.ts'
import type { IsoDate } from '../../../server/domain/units.ts'
import { certifiable } from '../../../server/linkage/calibrate/certifiable.ts'
import { reliability } from '../../../server/linkage/calibrate/reliability.ts'
import type { Told } from '../../../server/linkage/calibrate/told.ts'

describe('certifiable', () => {
  it('takes what is known and what was decided blind, and nothing that was decided with the score in view', () => {
    const bases: DecisionBasis[] = ['ground_truth', 'blind', 'reviewed']
    const decisions = bases.map((basis, n) => decision({ basis, b: `b${n}` }))
    expect(certifiable(decisions)).to.deep.equal([
      { a: 'a', b: 'b0', same: true, on: '2026-01-01' },
      { a: 'a', b: 'b1', same: true, on: '2026-01-01' },
    ])
  })

  it('counts the latest word of each person', () => {
    const earlier = decision({ verdict: 'same', on: '2026-01-01' })
    const later = decision({ verdict: 'different', on: '2026-02-01' })
    expect(certifiable([later, earlier])).to.deep.equal([
      { a: 'a', b: 'b', same: false, on: '2026-02-01' },
    ])
  })

  it('learns nothing where people disagree, nor from doubt', () => {
    expect(
      certifiable([decision({ by: 'An' }), decision({ by: 'Bo', verdict: 'different' })]),
    ).to.deep.equal([])
    expect(certifiable([decision({ verdict: 'unsure' })])).to.deep.equal([])
    expect(
      certifiable([{ ...decision({}), retractedAt: 1 as Decision['retractedAt'] }]),
    ).to.deep.equal([])
  })

  it('is not moved by reviewed decisions, be they of the same people and pairs', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { maxLength: 30 }), (decisions) => {
        const without = decisions.filter(({ basis }) => basis !== 'reviewed')
        expect(certifiable(decisions)).to.deep.equal(certifiable(without))
        expect(certifiable(decisions.toReversed())).to.deep.equal(certifiable(without))
      }),
      { seed: 7 },
    )
  })

  it('keeps reviewers who follow the score from making it look better than it is', () => {
    // Probabilities far too sure: of what is shown at .9 and above, half is true. Reviewers accept 95 % of it whatever the truth.
    const random = mulberry32(21)
    const shown = Array.from({ length: 3_000 }, (_, n) => {
      const probability = 0.8 + 0.2 * random()
      return { n, probability, truth: random() < 0.5 }
    })
    const told = (pairs: readonly { readonly b: string; readonly same: boolean }[]) =>
      pairs.map(
        ({ b, same }): Told => ({
          probability: shown[Number(b.slice(1))]?.probability ?? 0,
          came: same ? 1 : 0,
        }),
      )
    const known = shown
      .filter(({ n }) => n % 5 === 0)
      .map(({ n, truth }) =>
        decision({ b: `b${n}`, basis: 'blind', verdict: truth ? 'same' : 'different' }),
      )
    const anchored = shown.map(({ n, probability, truth }) => {
      const same = 0.9 <= probability ? random() < 0.95 : truth
      return decision({
        b: `b${n}`,
        basis: 'reviewed',
        verdict: same ? 'same' : 'different',
        by: 'Bo',
      })
    })
    const trueError = reliability(
      shown.map(({ probability, truth }) => ({ probability, came: truth ? 1 : 0 })),
    ).ece
    const reported = reliability(told(certifiable([...known, ...anchored]))).ece
    const fooled = reliability(
      told(anchored.map(({ b, verdict }) => ({ b, same: verdict === 'same' }))),
    ).ece
    expect(reported ?? 0).to.be.at.least((trueError ?? 0) - 0.03)
    expect(fooled ?? 1).to.be.below((trueError ?? 0) - 0.15)
  })
})

function decision({
  basis = 'ground_truth',
  verdict = 'same',
  a = 'a',
  b = 'b',
  by = 'An',
  on = '2026-01-01',
}: {
  basis?: DecisionBasis
  verdict?: Verdict
  a?: string
  b?: string
  by?: string
  on?: string
}): Decision {
  const id = [a, b, by, on, basis, verdict].join('|')
  return { id, a, b, verdict, basis, by, on: on as IsoDate }
}

const anyDecision = fc
  .record({
    basis: fc.constantFrom<DecisionBasis>('ground_truth', 'blind', 'reviewed'),
    verdict: fc.constantFrom<Verdict>('same', 'different', 'unsure'),
    b: fc.constantFrom('b', 'c'),
    by: fc.constantFrom('An', 'Bo'),
    on: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
  })
  .map(decision)

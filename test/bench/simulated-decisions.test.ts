import { expect } from 'chai'

import type { IsoDate } from '../../server/domain/units.ts'
import type { Rated } from '../../server/rings/score/calibration.ts'
import {
  anchored,
  decisionsOf,
  leastShown,
  stratifiedPairs,
  thorough,
} from './simulated-decisions.ts'

const truth = Array.from({ length: 2_000 }, (_, n) => ({
  shop: `s${n}`,
  controller: `c${n % 999}`,
}))
const candidates = Array.from(
  { length: 1_000 },
  (_, n) =>
    ({
      from: `s${n}`,
      to: `s${n + 999}`,
      kind: 'same_controller',
      probability: Math.ceil((n + 1) / 2) / 500,
    }) as Rated,
)
const how = { basis: 'blind', on: '2026-01-01' as IsoDate, seed: 1 } as const

describe('stratifiedPairs', () => {
  it('draws the same number from each tenth of the score, whatever order the candidates come in', () => {
    const drawn = stratifiedPairs(candidates, truth, 100, 7)
    expect(drawn).to.have.length(100)
    const known = candidates.filter(({ probability }) => leastShown <= probability)
    const sorted = known.map(({ probability }) => probability).toSorted((a, b) => a - b)
    for (let tenth = 0; tenth < 10; tenth++) {
      const own = sorted.slice(
        ...[tenth, tenth + 1].map((n) => Math.floor((n * sorted.length) / 10)),
      )
      const within = ({ probability }: { probability: number }) =>
        (own[0] ?? 0) < probability && probability < (own.at(-1) ?? 1)
      expect(drawn.filter(within).length).to.be.within(8, 10)
    }
    expect(stratifiedPairs(candidates.toReversed(), truth, 100, 7)).to.deep.equal(drawn)
  })

  it('draws no pair of which the truth does not know both shops', () => {
    const half = truth.filter((_, n) => n % 2 === 0)
    expect(stratifiedPairs(candidates, half, 100, 7)).to.deep.equal([])
  })
})

describe('reviewers', () => {
  const pairs = stratifiedPairs(candidates, truth, 1_000, 7)

  it('say what is true when they find out', () => {
    const right = decisionsOf(pairs, thorough, how).map(({ verdict }) => verdict === 'same')
    expect(right).to.deep.equal(pairs.map(({ same }) => same))
  })

  it('accept nearly everything that is shown as likely when they are anchored, true or not', () => {
    const strangers = pairs.map((pair) => ({ ...pair, same: false }))
    const decided = decisionsOf(strangers, anchored, how)
    const verdicts = (likely: boolean) =>
      decided.filter((_, n) => 0.9 <= (strangers[n]?.probability ?? 0) === likely)
    const share = verdicts(true).filter(({ verdict }) => verdict === 'same').length / 101
    expect(share).to.be.within(0.88, 1)
    expect(new Set(verdicts(false).map(({ verdict }) => verdict))).to.deep.equal(
      new Set(['different']),
    )
  })
})

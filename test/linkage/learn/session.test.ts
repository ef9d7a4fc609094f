import { expect } from 'chai'
import fc from 'fast-check'

import { patternsOf, unknownLevel } from '../../../server/linkage/learn/patterns.ts'
import { judgeSession, type Learnt, learnSession } from '../../../server/linkage/learn/session.ts'
import { type Session, sessionRows } from '../../../server/linkage/learn/session-rows.ts'
import { aColumn, agreeing, type Recipe, simulated } from './simulated.ts'

const m = [
  [0.5, 0.2, 0.3],
  [0.3, 0.1, 0.6],
  [0.25, 0.25, 0.5],
]
const u = [
  [0.01, 0.09, 0.9],
  [0.02, 0.08, 0.9],
  [0.05, 0.15, 0.8],
]
const recipe: Recipe = { pairs: 20_000, lambda: 0.3, m, u, seed: 5 }
const even = [0.5, 0.5]

describe('a session', () => {
  it('recovers m and the share of true pairs from patterns alone', () => {
    const { lambda, m: found } = learnt(recipe)
    expect(lambda).to.be.closeTo(recipe.lambda, 0.02)
    for (const [column, own] of m.entries()) {
      for (const [level, share] of own.entries())
        expect(found[column + 1]?.[level]).to.be.closeTo(share, 0.03)
    }
  })

  it('recovers them where two values in five are missing', () => {
    const { lambda, m: found } = learnt({ ...recipe, unknown: 0.4, seed: 6 })
    expect(lambda).to.be.closeTo(recipe.lambda, 0.05)
    for (const [column, own] of m.entries()) {
      for (const [level, share] of own.entries())
        expect(found[column + 1]?.[level]).to.be.closeTo(share, 0.06)
    }
  })

  it('(law) does not see the channels that are off, its own among them', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 2 })), (levels) => {
        const { columns } = simulated({ ...recipe, pairs: 400 })
        const others = columns.slice(1)
        const first = columns[0] ?? expect.fail('no column')
        const shuffled = aColumn(
          Array.from(first.level, () => Number(levels.next().value)),
          3,
        )
        const own = agreeing(400)
        const off = [0, 1]
        const before = learn([own, first, ...others], { off })
        const after = learn([own, shuffled, ...others], { off })
        expect(after.m[1]).to.equal(undefined)
        expect(after.lambda).to.be.closeTo(before.lambda, 1e-9)
        for (const column of [2, 3]) expectClose(after.m[column], before.m[column])
      }),
      { numRuns: 20 },
    )
  })

  it('learns the same whichever level its own channel is at, where theory says the same of both', () => {
    const { columns } = simulated({ ...recipe, pairs: 2000 })
    const strong = learn([agreeing(2000, 3), ...columns], { levels: 2 })
    const weak = learn([aColumn(new Array(2000).fill(1), 3), ...columns], { levels: 2 })
    expect(weak.lambda).to.equal(strong.lambda)
    expect(weak.m.slice(1)).to.deep.equal(strong.m.slice(1))
  })

  it('takes part only where its own channel agrees at its levels', () => {
    const own = aColumn([0, 1, 2, 3, unknownLevel], 4)
    const { taken } = learn([own, agreeing(5)], { from: 1, levels: 3 })
    const pairs = [0, 1, 2].map((level) => (taken.same[level] ?? 0) + (taken.different[level] ?? 0))
    expect(pairs.map(Math.round)).to.deep.equal([0, 1, 1])
  })

  it('takes labelled pairs for what they are', () => {
    const columns = [agreeing(1), aColumn([1], 2)]
    const taught = (same: number) =>
      learn(columns, {}, { pattern: [0], same: [same], weight: [100] }).matches
    expect(taught(1)).to.be.within(100, 101)
    expect(taught(0)).to.be.within(0, 1)
  })

  it('learns from labels what shops of one controller agree in', () => {
    const columns = [agreeing(2), aColumn([0, 1], 2), aColumn([1, 0], 2)]
    const labels = { pattern: [0, 1], same: [1, 0], weight: [500, 500] }
    const { m: found } = learn(columns, {}, labels)
    expect(found[1]?.[0]).to.be.above(0.95)
    expect(found[2]?.[0]).to.be.below(0.2)
  })

  it('has only theory to go by where no other channel can tell', () => {
    const own = aColumn([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 3)
    const silent = aColumn(new Array(10).fill(unknownLevel), 2)
    const expected = Float64Array.of(0.9, 0.1)
    const { taken } = learn([own, silent], { levels: 2, expected })
    expect(taken.same[0]).to.be.closeTo(4.5, 1e-9)
    expect(taken.same[1]).to.be.closeTo(0.5, 1e-9)
  })

  it('leaves m as it was told where it may only find the share of true pairs', () => {
    const { columns } = simulated({ ...recipe, pairs: 2000 })
    const guess = [even, ...m].map((own) => Float64Array.from(own))
    const found = learn([agreeing(2000), ...columns], {}, undefined, guess, judgeSession)
    expect(found.m.slice(1)).to.deep.equal(guess.slice(1))
    expect(found.lambda).to.be.closeTo(0.3, 0.05)
  })

  it('never teaches that differing everywhere is usual, however many agree in one channel alone', () => {
    const differing = [1, 2, 3].map(() => aColumn(new Array(5000).fill(2), 3))
    const { m: found } = learn([agreeing(5000), ...differing], {})
    for (const own of found.slice(1)) expect(own?.[2]).to.be.at.most(0.85 + 1e-12)
  })

  it('goes on while the share of one level rises as much as that of another falls', () => {
    const pairs = Array.from({ length: 2000 }, (_, pair) => pair)
    const own = aColumn(
      pairs.map((pair) => pair % 2),
      3,
    )
    const other = aColumn(
      pairs.map((pair) => (pair % 20 < 14 ? pair % 2 : 1 - (pair % 2))),
      2,
    )
    const rows = sessionRows(
      { column: 0, levels: 2, off: [0], expected: Float64Array.of(0.5, 0.5) },
      patternsOf([own, other], pairs.length),
      undefined,
    )
    const [known, chance] = [Float64Array.of(0.8, 0.2), Float64Array.of(0.2, 0.8)]
    const { lambda, taken } = judgeSession(rows, [chance, chance], [known, known])
    expect(lambda).to.be.closeTo(0.5, 1e-9)
    expect(taken.same[0]).to.be.closeTo(1000 * (5 / 6), 3)
    expect(taken.same[1]).to.be.closeTo(1000 * (1 / 6), 3)
  })

  it('gives the same bits twice', () => {
    expect(learnt(recipe)).to.deep.equal(learnt(recipe))
  })
})

function learnt(how: Recipe): Learnt {
  const { columns } = simulated(how)
  return learn([agreeing(how.pairs), ...columns], {})
}

type Labels = Readonly<Record<'pattern' | 'same' | 'weight', readonly number[]>>

/** A session of the first column; chances fit the columns of {@link recipe} and are even where a column has two levels. */
function learn(
  columns: Parameters<typeof patternsOf>[0],
  session: Partial<Session>,
  labels?: Labels,
  guess?: readonly Float64Array[],
  how: typeof judgeSession | typeof learnSession = learnSession,
): Learnt {
  const patterns = patternsOf(columns, columns[0]?.level.length ?? 0)
  const chances = columns.map(({ levels }, column) =>
    Float64Array.from(levels === 3 && 0 < column ? (u[column - 1] ?? []) : flat(levels)),
  )
  const told = labels && {
    pattern: Int32Array.from(labels.pattern),
    same: Uint8Array.from(labels.same),
    weight: Float64Array.from(labels.weight),
  }
  const own = { column: 0, levels: 1, off: [0], ...session }
  return how(sessionRows(own, patterns, told), chances, guess as never)
}

function flat(levels: number): number[] {
  return new Array(levels).fill(1 / levels)
}

function expectClose(actual: Float64Array | undefined, wanted: Float64Array | undefined): void {
  for (const [level, own] of (actual ?? expect.fail('off')).entries())
    expect(own).to.be.closeTo(wanted?.[level] ?? Number.NaN, 1e-9)
}

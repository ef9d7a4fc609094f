import { expect } from 'chai'

import { combineSessions, type LearntWeights } from '../../../server/linkage/learn/learn.ts'
import { learnSoundly } from '../../../server/linkage/learn/learn-soundly.ts'
import { type ComparedColumn, patternsOf } from '../../../server/linkage/learn/patterns.ts'
import type { Learnt } from '../../../server/linkage/learn/session.ts'
import { type Session, sessionRows } from '../../../server/linkage/learn/session-rows.ts'
import { isSound } from '../../../server/linkage/learn/sound.ts'
import { aColumn, simulated } from './simulated.ts'

/** Seven channels, independent of each other. */
const m = Array.from({ length: 7 }, () => [0.5, 0.5])
const u = Array.from({ length: 7 }, () => [0.01, 0.99])
const guess = m.map(() => Float64Array.of(0.3, 0.7))

describe('a sound session', () => {
  it('is one whose matches agree in half of the channels that tell', () => {
    expect(isSound(found([0.5, 0.5, 0.1, 0.1]), [0, 1, 2, 3])).to.equal(true)
    expect(isSound(found([0.5, 0.1, 0.1, 0.1]), [0, 1, 2, 3])).to.equal(false)
    expect(isSound(found([0.5, 0.5, 0.5, 0.5]), [])).to.equal(false)
  })

  it('is not told by channels that are off, that judge nothing, or that hardly any match has', () => {
    const agreements = [0.5, 0.1, 0.1, 0.1, 0.5]
    const all = [0, 1, 2, 3, 4]
    expect(isSound(found(agreements), all)).to.equal(false)
    expect(isSound(found(agreements, { off: [1] }), all)).to.equal(true)
    expect(isSound(found(agreements), [0, 2, 3, 4])).to.equal(true)
    expect(isSound(found(agreements, {}, [9, 9, 4, 9, 9]), all)).to.equal(true)
  })
})

describe('learning from sound sessions', () => {
  it('takes all pairs for strangers where no session is sound', () => {
    const pairs = 3000
    const { columns } = simulated({ pairs, lambda: 0, m, u, seed: 3 })
    const own = aColumn(new Array(pairs).fill(0), 2)
    const { sessions, m: learnt } = soundly([own, ...columns], [0])
    expect(sessions[0]?.matches).to.equal(0)
    expect(sum(sessions[0]?.taken.same)).to.equal(0)
    expect(sum(sessions[0]?.taken.different)).to.be.closeTo(pairs, 1e-6)
    for (const column of learnt) expect([...column]).to.deep.equal([0.3, 0.7])
  })

  it('judges the pairs of an unsound session by what the sound ones found', () => {
    const { columns, same } = simulated({ pairs: 6000, lambda: 0.3, m, u, seed: 4 })
    const isNamesake = (pair: number) => 4000 <= pair && same[pair] === 0
    const agreed = aColumn(
      Array.from(same, (_, pair) => (pair < 4000 ? 0 : 1)),
      2,
    )
    const namesakes = aColumn(
      Array.from(same, (_, pair) => (isNamesake(pair) ? 0 : 1)),
      2,
    )
    const mail = columns.at(-1) ?? expect.fail('no column')
    const named = mail.level.map((level, pair) => (isNamesake(pair) && pair % 3 < 2 ? 0 : level))
    const seen = [...columns.slice(0, -1), { ...mail, level: named }]
    const { sessions, m: learnt } = soundly([agreed, namesakes, ...seen], [0, 1])
    const [sound, unsound] = sessions
    expect(sound?.matches).to.be.within(1000, 1400)
    expect(unsound?.matches).to.be.below(200)
    expect(learnt[2]?.[0]).to.be.closeTo(0.5, 0.05)
  })
})

describe('sessions put together', () => {
  const chances = [Float64Array.of(0.1, 0.9)]

  it('count for their matches, and for no more than 400 of them', () => {
    const few = found([0.8], {}, [9], 100)
    const many = found([0.2], {}, [9], 40_000)
    const [own] = combineSessions([few, many], chances, [Float64Array.of(0.5, 0.5)])
    expect(own?.[0]).to.be.closeTo((10 * 0.5 + 100 * 0.8 + 400 * 0.2) / 510, 1e-12)
    expect(sum(own)).to.be.closeTo(1, 1e-12)
  })

  it('say nothing of a channel that was off in all of them: the guess stands, or else chance', () => {
    const none = { ...found([0.8]), m: [undefined] }
    const [guessed] = combineSessions([none], chances, [Float64Array.of(0.5, 0.5)])
    expect([...(guessed ?? [])]).to.deep.equal([0.5, 0.5])
    const [chance] = combineSessions([none], chances, undefined)
    expect(chance?.[0]).to.be.closeTo(0.1, 1e-12)
  })
})

/** Sessions over columns, of which those before the last seven are agreed in by construction and tell nothing. */
function soundly(columns: readonly ComparedColumn[], own: readonly number[]): LearntWeights {
  const patterns = patternsOf(columns, columns[0]?.level.length ?? 0)
  const first = columns.length - m.length
  const flat = columns.slice(0, first).map(() => Float64Array.of(0.5, 0.5))
  const sessions = own.map((column) =>
    sessionRows({ column, levels: 1, off: own }, patterns, undefined),
  )
  const judges = columns.map((_, column) => column)
  const guesses = [...flat.map(() => Float64Array.of(0.3, 0.7)), ...guess]
  const chances = [...flat, ...u.map((shares) => Float64Array.from(shares))]
  return learnSoundly({ columns, sessions, guess: guesses, judges }, chances)
}

/** What a session found, by how often its matches agree in each channel. */
function found(
  agreements: readonly number[],
  { off = [] }: Partial<Session> = {},
  seen: readonly number[] = agreements.map(() => 100),
  matches = 100,
): Learnt {
  return {
    session: { column: 9, levels: 1, off },
    lambda: 0.2,
    matches,
    m: agreements.map((own, column) =>
      off.includes(column) ? undefined : Float64Array.of(own, 1 - own),
    ),
    taken: { same: new Float64Array(1), different: new Float64Array(1) },
    seen: Float64Array.from(seen),
  }
}

function sum(values: Float64Array | undefined): number {
  return values?.reduce((all, own) => all + own, 0) ?? Number.NaN
}

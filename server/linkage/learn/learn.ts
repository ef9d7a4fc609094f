import { monotoneBits, plainBits } from './monotone.ts'
import type { ComparedColumn, Patterns } from './patterns.ts'
import { type Learnt, learnSession } from './session.ts'
import { type PatternLabels, type Session, type SessionRows, sessionRows } from './session-rows.ts'

/** What learning needs to know of a channel. */
export type ColumnShape = Pick<ComparedColumn, 'channel' | 'family' | 'levels' | 'ordered'>

/** What each level of each channel is worth. */
export interface LearntWeights {
  /** Probability of each level under one controller, by column, then level; each sums to 1. */
  readonly m: readonly Float64Array[]
  readonly u: readonly Float64Array[]
  /** log2(m/u), non-increasing over ordered levels. */
  readonly bits: readonly Float64Array[]
  /** What each session found, for the report. */
  readonly sessions: readonly Learnt[]
}

/** No session counts for more than this many matches when sessions are put together. */
const mostWeight = 400
/** The guess counts as this many matches beside what the sessions saw. */
const guessWeight = 10
const leastChance = 1e-9

/**
 * Learns m without labels, one channel left out at a time: pairs that agree in one channel teach the others, so that no channel is learnt
 * from pairs that were picked for agreeing in it (round-robin estimation as in Splink, Linacre et al. 2022, doi:10.23889/ijpds.v7i3.1794).
 * Over the union of all candidate pairs the estimate would run away to "everything is one", as they all share something.
 * `guess` is what m is taken for where no session saw enough. Labels enter the same E-step as known answers.
 */
export function learn(
  columns: readonly ColumnShape[],
  patterns: Patterns,
  chances: readonly Float64Array[],
  sessions: readonly Session[],
  { guess, labels }: { guess?: readonly Float64Array[]; labels?: PatternLabels | undefined } = {},
): LearntWeights {
  const rows = sessions.map((session) => sessionRows(session, patterns, labels))
  return learnRows(columns, rows, chances, guess)
}

/** {@link learn} over the rows of its sessions, which stay the same when chances change. */
export function learnRows(
  columns: readonly ColumnShape[],
  rows: readonly SessionRows[],
  chances: readonly Float64Array[],
  guess: readonly Float64Array[] | undefined,
): LearntWeights {
  const u = chances.map((own) => own.map((chance) => Math.max(leastChance, chance)))
  const found = rows.map((own) => learnSession(own, u, guess))
  const m = combineSessions(found, u, guess)
  const bits = columns.map(({ ordered }, column) => {
    const [own, chance] = [m[column] as Float64Array, u[column] as Float64Array]
    return ordered ? monotoneBits(own, chance) : plainBits(own, chance)
  })
  return { m, u, bits, sessions: found }
}

/** Puts together what sessions learnt of m, each counting for its matches up to a limit, beside the guess. */
export function combineSessions(
  found: readonly Learnt[],
  u: readonly Float64Array[],
  guess: readonly Float64Array[] | undefined,
): Float64Array[] {
  return u.map((own, column) => combine(found, column, own, guess?.[column]))
}

function combine(
  found: readonly Learnt[],
  column: number,
  u: Float64Array,
  guess: Float64Array | undefined,
): Float64Array {
  const total = (guess ?? u).map((share) => guessWeight * share)
  let weight = guessWeight
  for (const { m, matches } of found) {
    const own = m[column]
    if (own === undefined) continue
    const counts = Math.min(mostWeight, matches)
    for (let level = 0; level < total.length; level++)
      total[level] = (total[level] as number) + counts * (own[level] as number)
    weight += counts
  }
  return total.map((share) => share / weight)
}

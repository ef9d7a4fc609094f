import { largeNumbers } from '../../domain/columns/large-arrays.ts'
import { unknownLevel } from './patterns.ts'
import type { Session, SessionRows } from './session-rows.ts'

/** What one session found. */
export interface Learnt {
  readonly session: Session
  /** Share of its pairs that have one controller, all levels together. */
  readonly lambda: number
  /** Pairs of one controller that it expects. */
  readonly matches: number
  /** By column, then level; absent for columns that are off. */
  readonly m: readonly (Float64Array | undefined)[]
  /** By level of the session's own column, how many pairs it takes for true and for false, judged by the other columns. */
  readonly taken: { readonly same: Float64Array; readonly different: Float64Array }
  /** By column, how many of the matches have values on both sides; 0 for columns that are off. */
  readonly seen: Float64Array
}

const mostRounds = 400
/** No share that is learnt moves by more than this in a round any longer. */
const settled = 1e-6
/** Pseudo-counts of the prior of every column's levels. */
const priorWeight = 3
/** How much of the prior lies on chance, the rest being even. */
const priorOnChance = 0.5
const firstLambda = 0.2
/** How many pairs the expected share, or the session's average, counts for beside the pairs of one level. */
const expectedWeight = 2
const firstDiffer = 0.5
/**
 * Pairs of one controller differ in no channel more often than this: who changes everything cannot be told from a stranger, and pairs that agree in one
 * channel alone must not teach that agreeing in nothing else is usual.
 */
const mostDiffer = 0.85

/**
 * Expectation maximisation over the rows of one session with u held fixed and a share of true pairs for each level of the session's own
 * channel (Winkler 1988; Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x). Channels are independent given the answer; a
 * Dirichlet prior of {@link priorWeight} pseudo-counts, half even and half on u, makes a level that nobody saw worth about nothing. Deterministic.
 */
export function learnSession(
  rows: SessionRows,
  u: readonly Float64Array[],
  guess: readonly Float64Array[] | undefined,
): Learnt {
  const columns = learningColumns(rows, u, guess)
  const shares = firstShares(rows)
  for (let round = 0; round < mostRounds; round++) {
    shares.odds.fill(0)
    for (const column of columns) addColumn(column, shares.odds)
    expect(rows, shares)
    let moved = moveShares(rows, shares)
    for (const column of columns) moved = Math.max(moved, maximize(column, shares.matching))
    if (moved < settled) break
  }
  return found(rows, shares, columns)
}

/** The shares of true pairs in a session where m is known, as {@link learnSession} would find them. */
export function judgeSession(
  rows: SessionRows,
  u: readonly Float64Array[],
  m: readonly Float64Array[],
): Learnt {
  const columns = learningColumns(rows, u, m)
  const shares = firstShares(rows)
  for (const column of columns) addColumn(column, shares.odds)
  for (let round = 0; round < mostRounds; round++) {
    expect(rows, shares)
    if (moveShares(rows, shares) < settled) break
  }
  return found(rows, shares, columns)
}

/** One channel of a session while it is learnt. */
interface LearningColumn {
  readonly place: number
  /** By row. */
  readonly level: Uint8Array
  readonly u: Float64Array
  /** Moves from round to round. */
  readonly m: Float64Array
  /** By level as it may stand in a row, unknown included: log of m / u, and the matches. */
  readonly ratio: Float64Array
  readonly counts: Float64Array
}

const levelsInRows = unknownLevel + 1

function learningColumns(
  { active, levels }: SessionRows,
  u: readonly Float64Array[],
  guess: readonly Float64Array[] | undefined,
): LearningColumn[] {
  return active.map((place, n) => {
    const chance = u[place] as Float64Array
    return {
      place,
      level: levels[n] as Uint8Array,
      u: chance,
      m: (guess?.[place] ?? firstGuess(chance)).slice(),
      ratio: new Float64Array(levelsInRows),
      counts: new Float64Array(levelsInRows),
    }
  })
}

/** Even over the levels of agreement, half on "differ". */
function firstGuess(u: Float64Array): Float64Array {
  const last = u.length - 1
  return u.map((_, level) => (level === last ? firstDiffer : (1 - firstDiffer) / Math.max(1, last)))
}

/** What is known of the rows, written anew every round. */
interface Shares {
  /** By row, log-odds in nats that the active channels alone give. */
  readonly odds: Float64Array
  /** By row, how many of its pairs are taken for true. */
  readonly matching: Float64Array
  /** By level of the session's own channel: the share of true pairs, and how many pairs are taken for true and for all. */
  readonly byLevel: Float64Array
  readonly same: Float64Array
  readonly all: Float64Array
  readonly total: number
  lambda: number
  matches: number
}

function firstShares({ session, own, weight }: SessionRows): Shares {
  const all = new Float64Array(session.levels)
  for (let row = 0; row < own.length; row++)
    all[own[row] as number] = (all[own[row] as number] as number) + (weight[row] as number)
  return {
    odds: largeNumbers(own.length),
    matching: largeNumbers(own.length),
    byLevel: new Float64Array(session.levels).map(
      (_, level) => session.expected?.[level] ?? firstLambda,
    ),
    same: new Float64Array(session.levels),
    all,
    total: all.reduce((sum, pairs) => sum + pairs, 0),
    lambda: firstLambda,
    matches: 0,
  }
}

function addColumn({ level, m, u, ratio }: LearningColumn, odds: Float64Array): void {
  for (let own = 0; own < m.length; own++)
    ratio[own] = Math.log((m[own] as number) / (u[own] as number))
  for (let row = 0; row < odds.length; row++)
    odds[row] = (odds[row] as number) + (ratio[level[row] as number] as number)
}

function expect({ own, weight, known }: SessionRows, { odds, byLevel, matching }: Shares): void {
  const prior = byLevel.map((share) => Math.log(share / (1 - share)))
  for (let row = 0; row < odds.length; row++) {
    const answer = known[row] as number
    const logOdds = (odds[row] as number) + (prior[own[row] as number] as number)
    const share = answer < 0 ? 1 / (1 + Math.exp(-logOdds)) : answer
    matching[row] = share * (weight[row] as number)
  }
}

/**
 * Share of true pairs by level of the session's own channel, drawn to what theory expects of the level or else to the average. Gives how far the one
 * that moved most has moved.
 */
function moveShares({ own, session }: SessionRows, shares: Shares): number {
  const { matching, byLevel, same, all } = shares
  same.fill(0)
  for (let row = 0; row < matching.length; row++)
    same[own[row] as number] = (same[own[row] as number] as number) + (matching[row] as number)
  shares.matches = same.reduce((sum, pairs) => sum + pairs, 0)
  const lambda = (1 + shares.matches) / (2 + shares.total)
  let moved = Math.abs(lambda - shares.lambda)
  shares.lambda = lambda
  for (let level = 0; level < byLevel.length; level++) {
    const expected = expectedWeight * (session.expected?.[level] ?? lambda)
    const share = ((same[level] as number) + expected) / ((all[level] as number) + expectedWeight)
    moved = Math.max(moved, Math.abs(share - (byLevel[level] as number)))
    byLevel[level] = share
  }
  return moved
}

/** Gives how far the level that moved most has moved. */
function maximize({ level, u, m, counts }: LearningColumn, matching: Float64Array): number {
  counts.fill(0)
  for (let row = 0; row < matching.length; row++)
    counts[level[row] as number] =
      (counts[level[row] as number] as number) + (matching[row] as number)
  const even = 1 / u.length
  let total = priorWeight
  for (let own = 0; own < u.length; own++) total += counts[own] as number
  const next = u.map((chance, own) => {
    const prior = priorWeight * ((1 - priorOnChance) * even + priorOnChance * chance)
    return (prior + (counts[own] as number)) / total
  })
  limit(next)
  const moved = next.reduce(
    (most, share, own) => Math.max(most, Math.abs(share - (m[own] as number))),
    0,
  )
  m.set(next)
  return moved
}

function limit(m: Float64Array): void {
  const last = m.length - 1
  const differ = m[last] as number
  if (differ <= mostDiffer) return
  const others = (1 - mostDiffer) / (1 - differ)
  for (let level = 0; level < last; level++) m[level] = (m[level] as number) * others
  m[last] = mostDiffer
}

function found(
  { session, columns: count }: SessionRows,
  { lambda, matches, matching, same, all }: Shares,
  columns: readonly LearningColumn[],
): Learnt {
  const m = new Array<Float64Array | undefined>(count).fill(undefined)
  const seen = new Float64Array(count)
  for (const column of columns) {
    m[column.place] = column.m
    seen[column.place] = seenIn(column, matching)
  }
  const different = all.map((pairs, level) => Math.max(0, pairs - (same[level] as number)))
  return { session, lambda, matches, m, taken: { same, different }, seen }
}

function seenIn({ level }: LearningColumn, matching: Float64Array): number {
  let seen = 0
  for (let row = 0; row < matching.length; row++)
    if (level[row] !== unknownLevel) seen += matching[row] as number
  return seen
}

import { type Patterns, unknownLevel } from './patterns.ts'

/** Patterns that agree in one channel, from which the other channels are learnt. */
export interface Session {
  /** Index of the channel that the pairs of this session agree in. */
  readonly column: number
  /** Pairs whose level there is at least this take part; 0 when absent. */
  readonly from?: number
  /** Pairs whose level there is below it take part. */
  readonly levels: number
  /** By level of the own channel, the share of true pairs that theory expects; where no other channel can tell, it is all there is. */
  readonly expected?: Float64Array
  /** False where m is known and only the shares of true pairs are to be found. */
  readonly adapts?: false
  /** Channels that say nothing new about such pairs, the session's own included. */
  readonly off: readonly number[]
}

/** Labelled pairs, as patterns with a known answer. */
export interface PatternLabels {
  readonly pattern: Int32Array
  /** 1 where one controller, 0 where not. */
  readonly same: Uint8Array
  /** How many unlabelled pairs each is worth. */
  readonly weight: Float64Array
}

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
  /** By column, how many of the matches have values on both sides. */
  readonly seen: Float64Array
}

const mostRounds = 200
const settled = 1e-7
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
 * Expectation maximisation over the patterns of one session with u held fixed and a share of true pairs for each level of the session's own
 * channel (Winkler 1988; Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x). Channels are independent given the answer; a
 * Dirichlet prior of {@link priorWeight} pseudo-counts, half even and half on u, makes a level that nobody saw worth about nothing. Deterministic.
 */
export function learnSession(
  session: Session,
  patterns: Patterns,
  u: readonly Float64Array[],
  labels: PatternLabels | undefined,
  guess: readonly Float64Array[] | undefined,
): Learnt {
  const rows = rowsOf(session, patterns, labels)
  const own = patterns.levels[session.column] as Uint8Array
  const active = u.map((_, column) => column).filter((column) => !session.off.includes(column))
  const m = new Map(
    active.map((column) => [column, guess?.[column] ?? firstGuess(u[column] as Float64Array)]),
  )
  let lambda = firstLambda
  let byLevel: Float64Array = session.expected ?? new Float64Array(session.levels).fill(firstLambda)
  let matches = 0
  let posterior: Float64Array = new Float64Array(0)
  for (let round = 0; round < mostRounds; round++) {
    posterior = expect(rows, own, byLevel, patterns, m, u)
    matches = sumProduct(posterior, rows.weight)
    const next = (1 + matches) / (2 + sum(rows.weight))
    for (const column of session.adapts === false ? [] : active)
      m.set(
        column,
        maximize(rows, posterior, patterns.levels[column] as Uint8Array, u[column] as Float64Array),
      )
    const moved = Math.abs(next - lambda)
    byLevel = levelShares(takenFor(rows, posterior, own, session), session.expected, next)
    lambda = next
    if (moved < settled) break
  }
  const taken = takenFor(rows, posterior, own, session)
  const seen = Float64Array.from(patterns.levels, (levels) => seenIn(rows, posterior, levels))
  return { session, lambda, matches, m: u.map((_, column) => m.get(column)), taken, seen }
}

interface Rows {
  readonly pattern: Int32Array
  readonly weight: Float64Array
  /** 0 or 1 where labelled, −1 where latent. */
  readonly known: Int8Array
}

function rowsOf(session: Session, patterns: Patterns, labels: PatternLabels | undefined): Rows {
  const own = patterns.levels[session.column] as Uint8Array
  const { from = 0, levels } = session
  const takesPart = (pattern: number) =>
    from <= (own[pattern] as number) && (own[pattern] as number) < levels
  const latent = Array.from(patterns.counts.keys()).filter(takesPart)
  const told = Array.from(labels?.pattern.keys() ?? []).filter((row) =>
    takesPart(labels?.pattern[row] as number),
  )
  return {
    pattern: Int32Array.from([...latent, ...told.map((row) => labels?.pattern[row] as number)]),
    weight: Float64Array.from([
      ...latent.map((pattern) => patterns.counts[pattern] as number),
      ...told.map((row) => labels?.weight[row] as number),
    ]),
    known: Int8Array.from([
      ...latent.map(() => -1),
      ...told.map((row) => labels?.same[row] as number),
    ]),
  }
}

/** Even over the levels of agreement, half on "differ". */
function firstGuess(u: Float64Array): Float64Array {
  const last = u.length - 1
  return u.map((_, level) => (level === last ? firstDiffer : (1 - firstDiffer) / Math.max(1, last)))
}

function expect(
  rows: Rows,
  own: Uint8Array,
  byLevel: Float64Array,
  patterns: Patterns,
  m: ReadonlyMap<number, Float64Array>,
  u: readonly Float64Array[],
): Float64Array {
  const logOdds = Float64Array.from(rows.pattern, (pattern) => {
    const lambda = byLevel[own[pattern] as number] as number
    return Math.log(lambda / (1 - lambda))
  })
  for (const [column, own] of m) {
    const levels = patterns.levels[column] as Uint8Array
    const ratio = own.map((share, level) => Math.log(share / (u[column]?.[level] as number)))
    for (let row = 0; row < logOdds.length; row++) {
      const level = levels[rows.pattern[row] as number] as number
      if (level !== unknownLevel) logOdds[row] = (logOdds[row] as number) + (ratio[level] as number)
    }
  }
  return logOdds.map((odds, row) => {
    const known = rows.known[row] as number
    return known < 0 ? 1 / (1 + Math.exp(-odds)) : known
  })
}

function maximize(
  rows: Rows,
  posterior: Float64Array,
  levels: Uint8Array,
  u: Float64Array,
): Float64Array {
  const even = 1 / u.length
  const m = u.map((chance) => priorWeight * ((1 - priorOnChance) * even + priorOnChance * chance))
  let total = priorWeight
  for (let row = 0; row < posterior.length; row++) {
    const level = levels[rows.pattern[row] as number] as number
    if (level === unknownLevel) continue
    const weight = (posterior[row] as number) * (rows.weight[row] as number)
    m[level] = (m[level] as number) + weight
    total += weight
  }
  return withinLimit(m.map((count) => count / total))
}

/** Share of true pairs by level of the session's own channel: the stronger the agreement, the more of them. */
function levelShares(
  { same, different }: Learnt['taken'],
  expected: Float64Array | undefined,
  average: number,
): Float64Array {
  return same.map((own, level) => {
    const share = expected?.[level] ?? average
    const pairs = own + (different[level] as number)
    return (own + expectedWeight * share) / (pairs + expectedWeight)
  })
}

function seenIn(rows: Rows, posterior: Float64Array, levels: Uint8Array): number {
  return rows.pattern.reduce((total, pattern, row) => {
    const known = levels[pattern] !== unknownLevel
    return known ? total + (posterior[row] as number) * (rows.weight[row] as number) : total
  }, 0)
}

function takenFor(rows: Rows, posterior: Float64Array, levels: Uint8Array, session: Session) {
  const same = new Float64Array(session.levels)
  const different = new Float64Array(session.levels)
  for (let row = 0; row < posterior.length; row++) {
    const level = levels[rows.pattern[row] as number] as number
    const weight = rows.weight[row] as number
    const own = posterior[row] as number
    same[level] = (same[level] as number) + weight * own
    different[level] = (different[level] as number) + weight * (1 - own)
  }
  return { same, different }
}

function withinLimit(m: Float64Array): Float64Array {
  const last = m.length - 1
  const differ = m[last] as number
  if (differ <= mostDiffer) return m
  const others = (1 - mostDiffer) / (1 - differ)
  return m.map((own, level) => (level === last ? mostDiffer : own * others))
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}

function sumProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, index) => total + value * (b[index] as number), 0)
}

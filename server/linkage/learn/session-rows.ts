import { type Patterns, patternsOf, unknownLevel } from './patterns.ts'

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

/** The pairs of one session; those that compare alike in its own channel and in all that can tell are one row, as no step of learning tells them apart. */
export interface SessionRows {
  readonly session: Session
  /** How many channels there are, active or not. */
  readonly columns: number
  /** Channels that can tell, ascending. */
  readonly active: readonly number[]
  /** By active channel, then row; a level of which one side has no value is {@link unknownLevel}. */
  readonly levels: readonly Uint8Array[]
  /** By row, the level of the session's own channel. */
  readonly own: Uint8Array
  /** By row, how many pairs it stands for. */
  readonly weight: Float64Array
  /** By row: 0 or 1 where labelled, −1 where latent. */
  readonly known: Int8Array
}

/** The rows of a session over these patterns, to be learnt from as often as chances change. */
export function sessionRows(
  session: Session,
  patterns: Patterns,
  labels: PatternLabels | undefined,
): SessionRows {
  const own = patterns.levels[session.column] as Uint8Array
  const { from = 0, levels } = session
  const takesPart = (pattern: number) =>
    from <= (own[pattern] as number) && (own[pattern] as number) < levels
  const latent = Array.from(patterns.counts.keys()).filter(takesPart)
  const told = Array.from(labels?.pattern.keys() ?? []).filter((label) =>
    takesPart(labels?.pattern[label] as number),
  )
  return collapsed(session, patterns, {
    pattern: Int32Array.from([...latent, ...told.map((label) => labels?.pattern[label] as number)]),
    weight: Float64Array.from([
      ...latent.map((pattern) => patterns.counts[pattern] as number),
      ...told.map((label) => labels?.weight[label] as number),
    ]),
    known: Uint8Array.from([
      ...latent.map(() => unknownLevel),
      ...told.map((label) => labels?.same[label] as number),
    ]),
  })
}

/** Patterns that take part in a session, latent ones first. */
interface Taking {
  readonly pattern: Int32Array
  readonly weight: Float64Array
  /** 0 or 1 where labelled, {@link unknownLevel} where latent. */
  readonly known: Uint8Array
}

function collapsed(
  session: Session,
  { levels }: Patterns,
  { pattern, weight, known }: Taking,
): SessionRows {
  const active = levels.flatMap((_, column) => (session.off.includes(column) ? [] : [column]))
  const taking = (column: number) => {
    const level = Uint8Array.from(pattern, (own) => levels[column]?.[own] as number)
    return { level, levels: 1 + level.reduce(mostKnown, 0) }
  }
  const columns = [taking(session.column), { level: known, levels: 2 }, ...active.map(taking)]
  const rows = patternsOf(columns, pattern.length)
  const [own, answers, ...others] = rows.levels as [Uint8Array, Uint8Array, ...Uint8Array[]]
  const weights = new Float64Array(rows.counts.length)
  for (const [taken, row] of rows.of.entries())
    weights[row] = (weights[row] as number) + (weight[taken] as number)
  return {
    session,
    columns: levels.length,
    active,
    levels: others,
    own,
    weight: weights,
    known: Int8Array.from(answers, (answer) => (answer === unknownLevel ? -1 : answer)),
  }
}

function mostKnown(most: number, level: number): number {
  return level === unknownLevel ? most : Math.max(most, level)
}

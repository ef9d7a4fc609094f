import {
  largeBytes,
  largeCopy,
  largeIntegers,
  largeNumbers,
} from '../../domain/columns/large-arrays.ts'
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
  const latent = takingPart(session, own)
  const told = labels === undefined ? noLabels : takingPart(session, picked(own, labels.pattern))
  const count = latent.length + told.length
  const taking = {
    pattern: largeIntegers(count),
    weight: largeNumbers(count),
    known: largeBytes(count).fill(unknownLevel),
  }
  for (const [place, pattern] of latent.entries()) {
    taking.pattern[place] = pattern
    taking.weight[place] = patterns.counts[pattern] as number
  }
  for (const [n, label] of told.entries()) {
    const place = latent.length + n
    taking.pattern[place] = labels?.pattern[label] as number
    taking.weight[place] = labels?.weight[label] as number
    taking.known[place] = labels?.same[label] as number
  }
  return collapsed(session, patterns, taking)
}

const noLabels = new Int32Array(0)

/** Places of the levels that take part, ascending. Some fifty sessions go through all patterns of a store. */
function takingPart({ from = 0, levels }: Session, level: Uint8Array): Int32Array {
  const places = largeIntegers(level.length)
  let count = 0
  for (let place = 0; place < level.length; place++) {
    const own = level[place] as number
    if (from <= own && own < levels) places[count++] = place
  }
  return largeCopy(places.subarray(0, count))
}

function picked(level: Uint8Array, places: Int32Array): Uint8Array {
  const own = largeBytes(places.length)
  for (let place = 0; place < own.length; place++)
    own[place] = level[places[place] as number] as number
  return own
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
    const level = picked(levels[column] as Uint8Array, pattern)
    return { level, levels: 1 + level.reduce(mostKnown, 0) }
  }
  const columns = [taking(session.column), { level: known, levels: 2 }, ...active.map(taking)]
  const rows = patternsOf(columns, pattern.length)
  const [own, answers, ...others] = rows.levels as [Uint8Array, Uint8Array, ...Uint8Array[]]
  const weights = largeNumbers(rows.counts.length)
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

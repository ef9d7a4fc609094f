import { type ColumnShape, combineSessions, type LearntWeights, learnRows } from './learn.ts'
import { judgeSession, type Learnt } from './session.ts'
import type { SessionRows } from './session-rows.ts'
import { isSound } from './sound.ts'

export interface Learning {
  readonly columns: readonly ColumnShape[]
  readonly sessions: readonly SessionRows[]
  readonly guess: readonly Float64Array[]
  /** Columns that tell whether the matches of a session look like the work of one controller. */
  readonly judges: readonly number[]
}

/**
 * Learns m from the sound sessions alone, and then judges the pairs of every session by it. A session by itself can take anything for a match that
 * agrees in two channels with one cause; judged by what the others found, such pairs are strangers. Where no session is sound, nothing shows that
 * anybody runs two shops, and all pairs are taken for strangers.
 */
export function learnSoundly(
  { columns, sessions, guess, judges }: Learning,
  chances: readonly Float64Array[],
): LearntWeights {
  const alone = learnRows(columns, sessions, chances, guess)
  const sound = alone.sessions.filter((own) => isSound(own, judges))
  const m = combineSessions(sound, alone.u, guess)
  const judged = sessions.map((rows) => judgeSession(rows, alone.u, m))
  const seen = sound.length === 0 ? judged.map(amongStrangers) : judged
  return { m, u: alone.u, bits: alone.bits, sessions: seen }
}

function amongStrangers(learnt: Learnt): Learnt {
  const { same, different } = learnt.taken
  const all = different.map((own, level) => own + (same[level] as number))
  return { ...learnt, lambda: 0, matches: 0, taken: { same: same.map(() => 0), different: all } }
}

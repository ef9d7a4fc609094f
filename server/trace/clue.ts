import type { Sha256 } from '../domain/units.ts'
import type { ClueCode } from './clue-weights.ts'

/** Something observed that speaks for or against one factory. */
export interface Clue {
  readonly says: ClueCode
  /** What its weight is multiplied by. */
  readonly amount: number
  readonly count: number
  readonly records: readonly Sha256[]
}

/** Twice as many count one more. */
export function counted(says: ClueCode, count: number, records: readonly Sha256[]): Clue {
  return { says, amount: Math.log2(1 + count), count, records }
}

import type { Facts } from '../domain/fact.ts'
import type { EpochMs } from '../domain/units.ts'

/** What was ever known, whether a later load replaced it, or a person took it back, or it is current. */
export interface PastReads {
  /** Every version of a record that names one of the nodes and was current at a moment, by hash; now when no moment is given. */
  saidOf(keys: readonly string[], at: EpochMs | undefined): Promise<Facts[]>
  /** The next keys of nodes that records name or ever named, in order. */
  keysEver(after: string, limit: number): Promise<string[]>
  /** Keys of nodes in which a text may be found by their keys, by what they are called now, or by what a record that is no longer current called them; sorted. */
  keysFound(text: string): Promise<string[]>
}

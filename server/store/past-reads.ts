import type { Facts } from '../domain/fact.ts'
import type { EpochMs, Sha256 } from '../domain/units.ts'
import type { SearchTerm } from './name-grams.ts'

/** Of what every version is forgotten: those of a dataset that are no longer current, those of one record, or those that name a node. */
export type Unwanted =
  | { readonly what: 'dataset'; readonly dataset: string }
  | { readonly what: 'record'; readonly hash: Sha256 }
  | { readonly what: 'node'; readonly key: string }

/** What was ever known, whether a later load replaced it, or a person took it back, or it is current. */
export interface PastReads {
  /** Every version of a record that names one of the nodes and was current at a moment, by hash; now when no moment is given. */
  saidOf(keys: readonly string[], at: EpochMs | undefined): Promise<Facts[]>
  /** The next keys of nodes that records name or ever named, in order. */
  keysEver(after: string, limit: number): Promise<string[]>
  /** Keys of nodes in which a term is found, or may have been: by their keys, by what current records call them, or by what a record that is no longer current called them; each once. */
  keysFound(term: SearchTerm): Promise<string[]>
  /** All that is to be forgotten, version by version, by hash and time. */
  unwanted(unwanted: Unwanted): Promise<Facts[]>
}

export interface Forgetting {
  /**
   * Removes versions for good, from what is current, from what was known, and from the bytes that the database keeps; answers with how many. Batch by batch: forgetting again ends what was
   * broken off. What no other record says leaves the graph. Whoever listens hears after each batch how many are gone.
   */
  forget(unwanted: Unwanted, heard?: (versions: number) => void): Promise<number>
}

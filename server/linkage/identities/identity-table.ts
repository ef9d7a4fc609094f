import type { nearKinds } from '../kernels/near-levels.ts'
import type { TextColumn } from '../kernels/text-column.ts'
import type { BlockingRule } from './block-records.ts'

/** One thing that records say of who they are, and how two sayings are compared. */
export interface IdentityChannel {
  readonly channel: string
  /** Channels of one family tend to change together. */
  readonly family: string
  readonly column: TextColumn
  /** What counts as near when two values are not the same. */
  readonly near: keyof typeof nearKinds
  /**
   * By record, the code in `column` of what people write in its place, −1 where `column` has no such value: the family name for a given name.
   * Two records that have them the other way round reach a level of their own.
   */
  readonly crossed?: Int32Array
  /** Whether pairs that share one of its rare values teach what the others are worth: some rule has to propose every such pair. */
  readonly teaches: boolean
}

/** Records of one kind (persons, companies, factories), some of which are the same. */
export interface IdentityTable {
  readonly records: number
  readonly channels: readonly IdentityChannel[]
  readonly rules: readonly BlockingRule[]
}

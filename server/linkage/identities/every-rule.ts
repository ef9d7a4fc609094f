import type { BlockingRule } from './block-records.ts'
import { type Keys, pairedKeys } from './keys.ts'

/** Keys that records can be found by. */
export interface Finder {
  /** Finders of one thing, such as a date and its year, make no combinations with each other. */
  readonly of: string
  readonly keys: Keys
  /** Whether one of these keys alone is enough to compare two records; a year or the first half of a postcode is not. */
  readonly alone: boolean
  /** Whether two of one record's keys together make a key, as two words of a name do. */
  readonly several: boolean
}

/**
 * Every key that finds alone, then every combination of two: a value too common to find by itself often does with a second one.
 *
 * @param mostHolders a key or combination that more records hold makes no pairs
 */
export function everyRule(finders: readonly Finder[], mostHolders: number): BlockingRule[] {
  const alone = finders.filter((finder) => finder.alone).map(({ keys }) => keys)
  const together = finders.flatMap((first, place) =>
    finders.slice(place).flatMap((second, further) => {
      const fits = further === 0 ? first.several : first.of !== second.of
      return fits && (first.alone || second.alone) ? [pairedKeys(first.keys, second.keys)] : []
    }),
  )
  return [...alone, ...together].map((keys) => ({ keys, mostHolders }))
}

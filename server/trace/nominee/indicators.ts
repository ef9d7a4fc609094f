import { compareText } from '../../domain/canonical.ts'
import { type NomineeCode, nomineeCodes } from '../../domain/nominee.ts'
import type { Counted } from './counted.ts'
import { counters, rareWhenSmall } from './counters.ts'
import { rankOf } from './rank.ts'
import type { Registrants } from './registrants.ts'

/** The figures of every registrant by indicator, ascending: what a single one is held against. */
export type BaseRates = ReadonlyMap<NomineeCode, Int32Array>

/** A figure with how common it is, and what it counts, sorted. */
export interface Indicated extends Counted {
  readonly code: NomineeCode
  readonly known: number
  readonly asMany: number
}

export function baseRatesOf(all: Registrants): BaseRates {
  return new Map(
    nomineeCodes.map((code) => {
      const values = [...all.people.values()].flatMap(
        (person) => counters[code](person, all)?.value ?? [],
      )
      return [code, Int32Array.from(values).toSorted()]
    }),
  )
}

/**
 * What can be counted of one registrant, each figure with how many registrants of the store have at least as many: counts that a person weighs, and no verdict.
 * Nothing of whom no shop is registered to. What the records do not let be known is left out, not counted as none.
 */
export function indicatorsOf(key: string, all: Registrants, rates: BaseRates): Indicated[] {
  const person = all.people.get(key)
  if (person === undefined) return []
  return nomineeCodes.flatMap((code) => {
    const counted = counters[code](person, all)
    if (counted === undefined) return []
    const { value, keys } = counted
    const values = rates.get(code) ?? new Int32Array()
    const below = rankOf(values, rareWhenSmall.has(code) ? value + 1 : value)
    const asMany = rareWhenSmall.has(code) ? below : values.length - below
    const told = { ...counted, keys: keys.toSorted(compareText) }
    return [{ ...told, code, known: values.length, asMany }]
  })
}

import { normaliseCountry } from '../normalise/country.ts'
import type { Row } from './row.ts'

/** The code of the country in the field `country`; refused when it is neither a code nor a known name. */
export function countryOf(row: Row): string | undefined {
  const stated = row.one('country')
  if (stated === undefined) return undefined
  const country = normaliseCountry(stated)
  if (country === undefined) row.refuse('country', stated, 'value-unknown')
  return country
}

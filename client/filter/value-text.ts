import type { TFunction } from 'i18next'

import type { FacetId } from './filter.ts'

/** One value of a facet as people read it. Platforms are shown as they are; a country by its name where it is a code. */
export function valueText(t: TFunction, facet: FacetId, value: string, language: string): string {
  if (facet === 'kind') return t(`kindsMany.${value as 'Shop'}`)
  if (facet === 'status') return t(`filter.${value as 'open'}`)
  if (facet === 'strength') return t(`filter.${value as 'p95'}`)
  return facet === 'country' ? countryName(value, language) : value
}

/** The same for a value as a filter carries it, `facet:value`. */
export function codeText(t: TFunction, code: string, language: string): string {
  const cut = code.indexOf(':')
  return valueText(t, code.slice(0, cut) as FacetId, code.slice(cut + 1), language)
}

function countryName(code: string, language: string): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' })
  return names.of(code.toUpperCase()) ?? code
}

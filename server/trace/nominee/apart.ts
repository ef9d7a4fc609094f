import { compareText } from '../../domain/canonical.ts'
import { type Counted, countOf, distinct } from './counted.ts'
import type { Registrant, Registrants } from './registrants.ts'
import { shownBy, valuesOf } from './shown-by.ts'

/** Counts what lies in another province; undefined where one side is not known. */
type ApartCounter = (person: Registrant, all: Registrants) => Counted | undefined

/** Dispatch addresses apart from the number and address of whoever the shops are registered to. */
export const dispatchApart: ApartCounter = (person, all) =>
  apart(dispatchesOf(person, all), person.provinces)

/** Mobile numbers at home elsewhere than by number and address. */
export const phonesApart: ApartCounter = (person, all) =>
  apart(mobilesOf(person, all), person.provinces)

/** Mobile numbers at home where none of the goods are sent from. */
export const phonesApartFromDispatch: ApartCounter = (person, all) =>
  apart(mobilesOf(person, all), [...dispatchesOf(person, all).values()])

function apart(at: ReadonlyMap<string, string>, provinces: readonly string[]): Counted | undefined {
  if (at.size === 0 || provinces.length === 0) return undefined
  const from = distinct(provinces).toSorted(compareText)
  const keys = [...at].flatMap(([key, province]) => (from.includes(province) ? [] : [key]))
  return { ...countOf(keys), apart: { at, from } }
}

/** Provinces by origin, as far as they are known. */
function dispatchesOf(person: Registrant, all: Registrants): ReadonlyMap<string, string> {
  const origins = shownBy(person, all).filter(({ type }) => type === 'SHIPS_FROM')
  return placed(
    origins.map(({ to }) => to),
    (origin) => all.provinces.get(origin),
  )
}

/** Home provinces by mobile number, as far as they are known. */
function mobilesOf(person: Registrant, all: Registrants): ReadonlyMap<string, string> {
  return placed(valuesOf(person, all), (value) =>
    value.startsWith(phone) ? all.homeOf(value.slice(phone.length)) : undefined,
  )
}

const phone = 'contact:phone/'

function placed(
  keys: readonly string[],
  provinceOf: (key: string) => string | undefined,
): ReadonlyMap<string, string> {
  const found = keys.map((key) => [key, provinceOf(key)] as const)
  return new Map(
    found.flatMap(([key, province]) => (province === undefined ? [] : [[key, province] as const])),
  )
}

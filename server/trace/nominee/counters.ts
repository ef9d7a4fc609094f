import { getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/max'

import type { NomineeCode } from '../../domain/nominee.ts'
import { daysBetween, type IsoDate } from '../../domain/units.ts'
import { ageOn } from './age.ts'
import { dispatchApart, phonesApart, phonesApartFromDispatch } from './apart.ts'
import { type Counted, countOf, distinct } from './counted.ts'
import type { RegisteredShop, Registrant, Registrants, Shown } from './registrants.ts'
import { shopsOf, valuesOf } from './shown-by.ts'

/** Counts one thing about a registrant; undefined where the records do not let it be known. */
type Counter = (person: Registrant, all: Registrants) => Counted | undefined

export const counters: Readonly<Record<NomineeCode, Counter>> = {
  shops: ({ shops }) => countOf(shops),
  platforms: ({ shops }, all) => {
    const platforms = new Set(shopsOf(shops, all).map(({ platform }) => platform))
    return { value: platforms.size, keys: distinct(shops) }
  },
  companies: ({ companies }) => countOf(companies),
  dispatch_apart: dispatchApart,
  phones_apart: phonesApart,
  phones_apart_from_dispatch: phonesApartFromDispatch,
  phones_abroad: phonesAbroad,
  accounts_of_others: accountsOfOthers,
  shared_contacts: sharedContacts,
  youngest: (person, all) => ageAt(person, all, Math.min),
  oldest: (person, all) => ageAt(person, all, Math.max),
  changes_before_closing: changesBeforeClosing,
}

/** Of these indicators a small figure is the rare one. */
export const rareWhenSmall: ReadonlySet<NomineeCode> = new Set(['youngest'])

/** Of whole numbers only: what is masked or local says no country. */
function phonesAbroad(person: Registrant, all: Registrants): Counted | undefined {
  const { country } = person
  const phones = valuesOf(person, all).filter((to) => to.startsWith('contact:phone/+'))
  if (country === undefined || !isSupportedCountry(country) || phones.length === 0) return undefined
  const home = `contact:phone/+${getCountryCallingCode(country)}`
  return countOf(phones.filter((phone) => !phone.startsWith(home)))
}

/** Names in two scripts can be one name, so only those in one script are compared. */
function accountsOfOthers(person: Registrant, all: Registrants): Counted | undefined {
  const { name } = person
  if (name === undefined) return undefined
  const comparable = valuesOf(person, all).filter((to) => {
    const holder = all.holders.get(to)
    return holder !== undefined && isHan(holder) === isHan(name)
  })
  if (comparable.length === 0) return undefined
  return countOf(comparable.filter((to) => all.holders.get(to) !== name))
}

/** How many other registrants the most shared of their contacts and accounts has. */
function sharedContacts(person: Registrant, all: Registrants): Counted | undefined {
  const values = valuesOf(person, all)
  if (values.length === 0) return undefined
  const othersOf = (to: string) => Math.max(0, (all.users.get(to)?.size ?? 0) - 1)
  const value = values.reduce((most, to) => Math.max(most, othersOf(to)), 0)
  return { value, keys: values.filter((to) => 0 < value && othersOf(to) === value) }
}

function ageAt(
  { birthDate, shops }: Registrant,
  all: Registrants,
  choose: (...ages: number[]) => number,
): Counted | undefined {
  if (birthDate === undefined) return undefined
  const ages = distinct(shops).flatMap((shop) =>
    (all.shops.get(shop)?.lives ?? []).flatMap(({ from }) =>
      from === undefined ? [] : [{ shop, age: ageOn(birthDate, from) }],
    ),
  )
  if (ages.length === 0) return undefined
  const value = choose(...ages.map(({ age }) => age))
  return { value, keys: distinct(ages.filter(({ age }) => age === value).map(({ shop }) => shop)) }
}

/** So long before a closing a change counts. */
const shortlyDays = 60

/** What their shops took up shortly before they were closed and came back, where they had shown another value of the sort before. */
function changesBeforeClosing(person: Registrant, all: Registrants): Counted | undefined {
  const closed = distinct(person.shops).filter((shop) => all.cameBack.has(shop))
  if (closed.length === 0) return undefined
  return countOf(closed.flatMap((shop) => changesOf(all.shops.get(shop))))
}

function changesOf(shop: RegisteredShop | undefined): string[] {
  const ends = (shop?.lives ?? []).flatMap(({ to }) => to ?? [])
  const shown = (shop?.shown ?? []).filter(({ type }) => type !== 'SHIPS_FROM')
  return shown
    .filter((one) => ends.some((end) => isShortlyBefore(one.since, end)))
    .filter((one) => shown.some((other) => isReplacedBy(other, one)))
    .map(({ to }) => to)
}

function isShortlyBefore(day: IsoDate | undefined, end: IsoDate): boolean {
  if (day === undefined) return false
  const days = daysBetween(day, end)
  return 0 <= days && days <= shortlyDays
}

function isReplacedBy(earlier: Shown, later: Shown): boolean {
  const isSort = earlier.type === later.type && sortOf(earlier.to) === sortOf(later.to)
  const isBefore = earlier.since !== undefined && earlier.since < (later.since ?? '')
  return isSort && earlier.to !== later.to && isBefore
}

/** Contacts change by their sort: a new phone replaces a phone. */
function sortOf(key: string): string {
  return key.startsWith('contact:')
    ? key.slice(0, key.indexOf('/'))
    : key.slice(0, key.indexOf(':'))
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}

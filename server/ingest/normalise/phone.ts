import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

import { plainText } from '../../domain/plain-text.ts'
import type { Normal } from './normal.ts'
import { plainNumberReader } from './plain-number.ts'
import { remembered } from './remembered.ts'

export interface Phone {
  /** A masked number is a value of its own kind: it agrees on what shows and never with a whole number. */
  readonly kind: 'phone' | 'phone-masked'
  readonly value: string
}

/** Digits of a number within one exchange area, as Chicago's `521-1600`. */
const localDigits = { min: 6, max: 8 }
const anyDigits = { min: 6, max: 15 }

/**
 * The canonical form of a telephone number:
 * - E.164 (`+8613800138000`) when it is whole: international, or national in `region`;
 * - `US:5211600` for a local number without its area: it agrees within its region and with nothing else;
 * - the digits alone when the dataset names no region and the number no country.
 * Full-width digits, spaces and punctuation do not count, nor does an extension.
 */
export function normalisePhone(typed: string, region?: CountryCode): Normal<Phone> {
  const { plain, other } = readersFor(region)
  const value = plain?.(typed)
  return value === undefined ? other(typed) : { value: { kind: 'phone', value } }
}

interface Readers {
  /** Reads the plainest form of a number, and gives up on any other. */
  readonly plain: ((typed: string) => string | undefined) | undefined
  readonly other: (typed: string) => Normal<Phone>
}

const readers = new Map<CountryCode | undefined, Readers>()

function readersFor(region: CountryCode | undefined): Readers {
  const known = readers.get(region)
  if (known !== undefined) return known
  const made = {
    plain: region === undefined ? undefined : plainNumberReader(region),
    other: remembered((typed) => readPhone(typed, region)),
  }
  readers.set(region, made)
  return made
}

function readPhone(typed: string, region: CountryCode | undefined): Normal<Phone> {
  const text = plainText(typed).replace(label, '')
  if (isMasked(text)) return { value: { kind: 'phone-masked', value: maskedDigits(text, region) } }
  const value = wholeNumber(text, region) ?? localNumber(text, region)
  return value === undefined ? { reason: 'phone-invalid' } : { value: { kind: 'phone', value } }
}

/** What people write before a number; not the names of services that have numbers of their own, as QQ has. */
const label =
  /^(?:tel(?:e(?:f|ph)one?|efon[oi]?|éfono?)?|phone|mobile?|cell|handy|gsm|cep|sdt|đt|тел(?:ефон)?|моб|факс|هاتف|جوال|موبايل|फ\u093c?ोन|मोबाइल|โทร|電話|电话|手机|携帯|전화|휴대폰|whatsapp|viber)\s*[.:]*\s*(?=[+(\d])/iu

function isMasked(text: string): boolean {
  return /[*•x]{2}/iu.test(text) && /\d/u.test(text) && !/[^\d\s+().*•x/-]/iu.test(text)
}

function maskedDigits(text: string, region: CountryCode | undefined): string {
  const shown = text.replaceAll(/[•x]/giu, '*').replaceAll(/[^\d+*]/gu, '')
  const own = region === undefined ? undefined : `+${getCountryCallingCode(region)}`
  return own !== undefined && shown.startsWith(own) ? shown.slice(own.length) : shown
}

/** A number of valid pattern, or of possible length when its range is newer than the metadata. */
function wholeNumber(text: string, region: CountryCode | undefined): string | undefined {
  if (region === undefined && !text.startsWith('+')) return undefined
  const parsed = parsePhoneNumberFromString(text, {
    extract: false,
    ...(region === undefined ? {} : { defaultCountry: region }),
  })
  if (parsed === undefined) return undefined
  if (parsed.isValid()) return parsed.number
  const long = localDigits.max < parsed.nationalNumber.length
  return long && parsed.isPossible() ? parsed.number : undefined
}

function localNumber(text: string, region: CountryCode | undefined): string | undefined {
  if (text.startsWith('+') || /[^\d\s().\-/]/u.test(text)) return undefined
  const digits = text.replaceAll(/\D/gu, '')
  const { min, max } = region === undefined ? anyDigits : localDigits
  if (digits.length < min || max < digits.length) return undefined
  if (region === undefined) return digits
  return `${region}:${digits}`
}

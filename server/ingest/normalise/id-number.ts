import { plainText } from '../../domain/plain-text.ts'
import { looksLikeUscc, usccChecks } from '../../domain/uscc.ts'
import type { Normal } from './normal.ts'
import { looksLikeResidentId, residentIdChecks, residentIdHasBirthDate } from './resident-id.ts'
import { saysNothing } from './says-nothing.ts'
import { looksLikeVat } from './vat-number.ts'

export const idSchemes = ['uscc', 'resident_id', 'vat', 'registration_number'] as const
export type IdScheme = (typeof idSchemes)[number]

export interface IdNumber {
  readonly scheme: IdScheme
  /** ISO 3166-1 alpha-2; absent when nobody says which country's number it is, so that it identifies nobody. */
  readonly country: string | undefined
  readonly number: string
}

export interface IdNumberHints {
  readonly scheme?: IdScheme | undefined
  readonly entityKind?: string | undefined
  readonly country?: string | undefined
}

/** Names of numbers that are typed before them; which number it is its country and its length tell. In Latin letters something stands between, as a number may begin alike. */
const label =
  /^(?:(?:INN|CNPJ|CPF|NIF|CIF|NIE|NIP|REGON|VKN|TCKN|MST|GSTIN|PAN)[\s:#]+|(?:ИНН|ОГРН(?:ИП)?|ЄДРПОУ|사업자등록번호|주민등록번호|法人番号)[\s:#№]*)(?=[\dA-Z])/u

/** An identity number in capitals without what divides it, checked where its scheme has a check character. */
export function normaliseIdNumber(typed: string, hints: IdNumberHints): Normal<IdNumber> {
  if (saysNothing(typed)) return { reason: 'nothing-said' }
  const number = plainText(typed)
    .toUpperCase()
    .replace(label, '')
    .replaceAll(/[\s.\p{Pd}/]+/gu, '')
  if (/[*•]/u.test(number)) return { reason: 'id-number-masked' }
  const scheme = hints.scheme ?? schemeOf(number, hints)
  switch (scheme) {
    case 'uscc':
      return checkUscc(number)
    case 'resident_id':
      return checkResidentId(number)
    case 'vat':
      return { value: { scheme, ...vatNumber(number, hints.country) } }
    case 'registration_number':
      return { value: { scheme, country: hints.country, number } }
  }
}

/** The scheme of a number whose source does not say: the one whose check passes, else the one its holder would have. */
function schemeOf(number: string, { entityKind, country }: IdNumberHints): IdScheme {
  if (residentIdChecks(number) && residentIdHasBirthDate(number) && entityKind !== 'company') {
    return 'resident_id'
  }
  if (usccChecks(number)) return 'uscc'
  if (looksLikeVat(number)) return 'vat'
  if (country !== undefined && country !== 'CN') return 'registration_number'
  if (looksLikeResidentId(number) && entityKind !== 'company') return 'resident_id'
  return entityKind === 'person' ? 'resident_id' : 'uscc'
}

const idLength = 18

function checkUscc(number: string): Normal<IdNumber> {
  if (number.length !== idLength) return { reason: 'id-number-length' }
  if (!looksLikeUscc(number) || !usccChecks(number)) return { reason: 'id-number-check' }
  return { value: { scheme: 'uscc', country: 'CN', number } }
}

function checkResidentId(number: string): Normal<IdNumber> {
  if (number.length !== idLength) return { reason: 'id-number-length' }
  if (!residentIdChecks(number)) return { reason: 'id-number-check' }
  if (!residentIdHasBirthDate(number)) return { reason: 'id-number-date' }
  return { value: { scheme: 'resident_id', country: 'CN', number } }
}

/** A value added tax number carries its country in front; Greece writes `EL`. */
function vatNumber(number: string, stated: string | undefined): Omit<IdNumber, 'scheme'> {
  const [, prefix, rest] = /^([A-Z]{2})(.*\d.*)$/.exec(number) ?? []
  if (prefix === undefined || rest === undefined) return { country: stated, number }
  return { country: prefix === 'EL' ? 'GR' : prefix, number: rest }
}

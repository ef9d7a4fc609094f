import { plainDay } from '../../domain/plain-digits.ts'
import type { IsoDate } from '../../domain/units.ts'
import { isDay } from './date.ts'

/** What each run of letters in a pattern reads; other characters stand for themselves. */
const readers: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  yy: '(?<shortYear>\\d{2})',
  MMM: '(?<monthName>\\p{L}{3,9})\\.?',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Two-digit years up to this one are of the 2000s, as POSIX has it. */
const lastShortYear = 68

/** A reader of dates such as `dd/MM/yyyy` or `yyyy年M月d日`; undefined when the pattern does not name year, month and day once each. */
export function datePattern(pattern: string): ((text: string) => IsoDate | undefined) | undefined {
  const pieces = pattern.match(/y+|M+|d+|H+|m+|s+|[^yMdHms]+/gu) ?? []
  const known = pieces.every((piece) => piece in readers || !/[yMdHms]/u.test(piece))
  const counts = ['y', 'M', 'd'].map(
    (letter) => pieces.filter((piece) => piece.startsWith(letter)).length,
  )
  if (!known || counts.some((count) => count !== 1)) return undefined
  const source = pieces.map((piece) => readers[piece] ?? literally(piece))
  const reader = new RegExp(`^${source.join('')}$`, 'u')
  return (text) => toDay(reader.exec(plainDay(text.normalize('NFKC')).trim())?.groups)
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}

function toDay(groups: Partial<Record<string, string>> | undefined): IsoDate | undefined {
  if (groups === undefined) return undefined
  const year = groups.year ?? fullYear(groups.shortYear)
  const month = groups.month ?? monthNumber(groups.monthName)
  const day = `${year}-${month?.padStart(2, '0')}-${groups.day?.padStart(2, '0')}`
  return isDay(day) ? (day as IsoDate) : undefined
}

function fullYear(short: string | undefined): string | undefined {
  return short === undefined ? undefined : `${Number(short) <= lastShortYear ? '20' : '19'}${short}`
}

function monthNumber(name: string | undefined): string | undefined {
  const at = months.indexOf(name?.slice(0, 3).toLowerCase() ?? '')
  return at === -1 ? undefined : String(at + 1)
}

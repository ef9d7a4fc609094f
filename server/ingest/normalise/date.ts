import { plainDay } from '../../domain/plain-digits.ts'
import type { IsoDate } from '../../domain/units.ts'

/**
 * The calendar day of an ISO 8601 date or time. A time with a zone is told in `timeZone`; a time without one is taken as local.
 * Undefined for a day that does not exist.
 */
export function normaliseDate(typed: string, timeZone: string): IsoDate | undefined {
  const text = plainDay(typed.normalize('NFKC')).trim()
  const [, day, time, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i.exec(
      text,
    ) ?? []
  if (day === undefined || !isDay(day)) return undefined
  if (time === undefined) return day as IsoDate
  const instant = Date.parse(`${day}T${time.replace(',', '.')}${isoZone(zone ?? 'Z')}`)
  if (Number.isNaN(instant)) return undefined
  return zone === undefined ? (day as IsoDate) : dayIn(timeZone, instant)
}

/** Whether `yyyy-MM-dd` text is a day of the calendar. */
export function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return day !== undefined && 1 <= Number(day) && Number(day) <= daysIn(Number(year), Number(month))
}

/** How many days a month of the Gregorian calendar has; none where there is no such month. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0)
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The zone as `Date.parse` reads it: `+0800` and `+08` become `+08:00`. */
function isoZone(zone: string): string {
  const [, hours, minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? []
  return hours === undefined ? 'Z' : `${hours}:${minutes}`
}

const calendars = new Map<string, Intl.DateTimeFormat>()

function dayIn(timeZone: string, instant: number): IsoDate | undefined {
  const calendar =
    calendars.get(timeZone) ??
    new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  calendars.set(timeZone, calendar)
  const parts = new Map(calendar.formatToParts(instant).map(({ type, value }) => [type, value]))
  const day = `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
  return isDay(day) ? (day as IsoDate) : undefined
}

import { dayByHand } from '../domain/day-by-hand.ts'
import { datePattern } from './normalise/date-pattern.ts'

/** A day as the number that a spreadsheet counts it by, shown so where its cell is not formatted as a day: 46064 is 2026-02-11, or with 1904 as the first year 2030-02-12. */
export const serials = { serial: Date.UTC(1899, 11, 30), serial1904: Date.UTC(1904, 0, 1) } as const

/** How the days of a column are written: a pattern such as `dd/MM/yyyy`, or one of {@link serials}. */
export type DayPattern = string

type DayReader = (text: string) => string | undefined

/** The reader of a pattern; undefined for what is none. */
export function dayReaderOf(pattern: DayPattern): DayReader | undefined {
  if (Object.hasOwn(serials, pattern)) return serialReader(serials[pattern as keyof typeof serials])
  return datePattern(pattern)
}

const dayMs = 86_400_000
/** From 1954 to 2119, counted from 1900: no number of five digits that means something else is likelier to be a day. */
const [firstSerial, lastSerial] = [20_000, 80_000]

function serialReader(start: number): DayReader {
  return (text) => {
    const days = /^(\d{5})(?:\.\d+)?$/.exec(text.trim())?.[1]
    if (days === undefined || Number(days) < firstSerial || lastSerial < Number(days)) {
      return undefined
    }
    return new Date(start + Number(days) * dayMs).toISOString().slice(0, 10)
  }
}

/**
 * Reads a day by the first of the patterns that it fits, and one that begins with its year as it is written by hand; any other text stays as it is. A pattern that begins with the year says in which order the others stand behind it, and so leaves nothing to be read otherwise.
 */
export function dayReader(patterns: readonly DayPattern[]): (text: string) => string {
  const readers = patterns.map(dayReaderOf)
  const byHand = patterns.some((pattern) => pattern.startsWith('y'))
    ? (text: string) => text
    : dayByHand
  return (text) => {
    for (const read of readers) {
      const day = read?.(text)
      if (day !== undefined) return day
    }
    return byHand(text)
  }
}

/** Whether one text could be read as two days by these patterns, as 3/4/2026 by `d/M/yyyy` and `M/d/yyyy`: which of them is meant is for a person to say. */
export function contradict(patterns: readonly DayPattern[]): boolean {
  return patterns.some((pattern) => {
    const text = written(pattern)
    const days = new Set(patterns.flatMap((other) => dayReaderOf(other)?.(text) ?? []))
    return 1 < days.size
  })
}

/** 2005-03-04, whose parts may each be taken for another. */
const probe: Readonly<Record<string, string>> = {
  ...{ yyyy: '2005', yy: '05', MMM: 'Mar', MM: '03', M: '3', dd: '04', d: '4' },
  ...{ HH: '09', H: '9', mm: '09', ss: '09' },
}

function written(pattern: DayPattern): string {
  if (Object.hasOwn(serials, pattern)) return '40000'
  return pattern.replaceAll(/y+|M+|d+|H+|m+|s+/g, (piece) => probe[piece] ?? piece)
}

import { dayReader } from '../day-patterns.ts'

/** Fewer on either side may lie so by chance. */
const fewest = 3
/** Up to it a day may be taken for a month. */
const lastMonth = 12

/**
 * Whether a spreadsheet has probably turned days round before it was saved: it was given 03/04/2026 and 13/04/2026, took the first for a day in the order of its own country, and left the second as text, which is no day in that order. What is left of them are days
 * as it writes them, all up to the 12th, and text with later ones alone. Nothing in the file says what the first was.
 */
export function areTurnedRound(values: readonly string[], patterns: readonly string[]): boolean {
  if (patterns.every((pattern) => pattern.startsWith('serial'))) return false
  const read = dayReader(patterns)
  const taken = values.filter((value) => isDay(value)).map(dayOf)
  const left = values
    .filter((value) => !isDay(value) && isDay(read(value)))
    .map((value) => dayOf(read(value)))
  return (
    fewest <= Math.min(taken.length, left.length) &&
    taken.every((day) => day <= lastMonth) &&
    left.every((day) => lastMonth < day)
  )
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function dayOf(day: string): number {
  return Number(day.slice(-2))
}

import type { Dice } from './dice.ts'

/** The world ends on this day: what a generated dataset is as of. */
export const worldEnds = '2026-01-01'
/** Days that the world lasts; day 0 is 2021-01-01. Accounts that were bought old may be older. */
export const worldDays = 1826

const firstDay = Date.UTC(2021, 0, 1)
const msPerDay = 86_400_000
const known = new Map<number, string>()

/** The date of a day, `2021-01-01` for 0. */
export function dateOf(day: number): string {
  const date = known.get(day) ?? new Date(firstDay + day * msPerDay).toISOString().slice(0, 10)
  known.set(day, date)
  return date
}

/** Days on which the platforms closed many shops at once, ascending. */
export function sweepDays(dice: Dice): readonly number[] {
  return Array.from({ length: 12 }, () => 90 + dice.int(worldDays - 90)).toSorted((a, b) => a - b)
}

const sweepReachDays = 30

/** A closing day, moved to the next sweep when one is near and catches the shop. */
export function closingDay(
  day: number,
  sweeps: readonly number[],
  dice: Dice,
  caught: number,
): number | undefined {
  const sweep = sweeps.find((on) => day <= on && on <= day + sweepReachDays)
  const closed = sweep !== undefined && dice.chance(caught) ? sweep : day
  return closed < worldDays ? closed : undefined
}

/** How a seller returns: a share of returns, and the days from the closure that they take. */
const returns: readonly { readonly share: number; readonly days: (dice: Dice) => number }[] = [
  { share: 0.16, days: (dice) => -1 - dice.int(55) },
  { share: 0.3, days: (dice) => Math.floor(logNormal(dice, 3.5, 0.7)) },
  { share: 0.34, days: (dice) => Math.round(logNormal(dice, 26, 0.5)) },
  { share: 0.2, days: (dice) => 45 + Math.round(Math.min(500, logNormal(dice, 90, 0.7))) },
]

/**
 * Days between a closure and the start of the next shop, negative when that one was open before: some keep a shop in reserve, some are back
 * within days, many wait about a month, a few let half a year pass. The shape is an assumption; it is not monotone on purpose.
 */
export function returnGapDays(dice: Dice): number {
  let left = dice.real()
  for (const { share, days } of returns) {
    if (left < share) return days(dice)
    left -= share
  }
  return 45
}

function logNormal(dice: Dice, median: number, spread: number): number {
  return median * Math.exp(dice.normal() * spread)
}

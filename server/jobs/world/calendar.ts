import type { Dice } from './dice.ts'

/** The world ends on this day: what a generated dataset is as of. */
export const worldEnds = '2026-01-01'
/** Days that the world lasts; day 0 is 2021-01-01. */
export const worldDays = 1826

const firstDay = Date.UTC(2021, 0, 1)
const msPerDay = 86_400_000

/** The date of a day, `2021-01-01` for 0. */
export function dateOf(day: number): string {
  return new Date(firstDay + day * msPerDay).toISOString().slice(0, 10)
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

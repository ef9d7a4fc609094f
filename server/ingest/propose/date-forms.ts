import { dayByHand } from '../../domain/day-by-hand.ts'
import { datePattern } from '../normalise/date-pattern.ts'
import { takes } from './content-shapes.ts'

/** Ways to write a day that do not begin with a year of four digits and so have to be stated, more usual ones first. */
const days = [
  ...['d/M/yyyy', 'M/d/yyyy', 'd.M.yyyy', 'd-M-yyyy', 'M-d-yyyy'],
  ...['d MMM yyyy', 'd-MMM-yyyy', 'MMM d, yyyy'],
  ...['d/M/yy', 'M/d/yy', 'yy/M/d', 'd.M.yy', 'yy-M-d'],
]
const patterns = ['', ' H:mm', ' H:mm:ss'].flatMap((time) => days.map((day) => `${day}${time}`))

/** Of the values that need a pattern, so many must fit it. */
const most = 0.8

/**
 * The patterns that dates are written in which are not read as they stand: none where all are or no pattern fits, several where they would make different days of these values and nothing tells
 * which, as of 03/04/2026 and 05/06/2026.
 */
export function dateFormsOf(values: readonly string[]): readonly string[] {
  const unread = values.filter((value) => !takes('date', dayByHand(value)))
  if (unread.length === 0) return []
  const fitting = patterns
    .map((pattern) => ({ pattern, days: unread.map((value) => datePattern(pattern)?.(value)) }))
    .map((form) => ({ ...form, fits: form.days.filter((day) => day !== undefined).length }))
    .filter(({ fits }) => most * unread.length <= fits)
  const best = fitting.filter(({ fits }) => fitting.every((other) => other.fits <= fits))
  return best.map(({ pattern }) => pattern)
}

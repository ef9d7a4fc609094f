import { dayByHand } from '../../domain/day-by-hand.ts'
import { contradict, type DayPattern, dayReaderOf } from '../day-patterns.ts'
import { takes } from './content-shapes.ts'

/** Ways to write a day that do not begin with a year of four digits and so have to be stated, more usual ones first. */
const days = [
  ...['d/M/yyyy', 'M/d/yyyy', 'd.M.yyyy', 'd-M-yyyy', 'M-d-yyyy'],
  ...['d MMM yyyy', 'd-MMM-yyyy', 'MMM d, yyyy'],
  ...['d/M/yy', 'M/d/yy', 'yy/M/d', 'd.M.yy', 'yy-M-d'],
]
const patterns = [
  ...['', ' H:mm', ' H:mm:ss'].flatMap((time) => days.map((day) => `${day}${time}`)),
  'serial',
]

/** Of the values that need a pattern, so many must fit one. */
const most = 0.8
/** A column that was filled in by several hands. */
const mostPatterns = 4

/** What divides several patterns where they are one text. */
const between = ' or '

/** Patterns as one text. */
export function formOf(patterns: DayPattern | readonly DayPattern[]): string {
  return [patterns].flat().join(between)
}

/** The patterns that a text such as `d/M/yyyy or serial` names. */
export function patternsIn(form: string): readonly DayPattern[] {
  return form.split(between)
}

/**
 * The ways that the days of a column could be written in, where they are not read as they stand: a pattern, or those of several hands (`d.M.yyyy or serial`). None where all are read or no patterns fit; several where they would make different days of these values and nothing tells
 * which, as of 03/04/2026 and 05/06/2026.
 */
export function dateFormsOf(values: readonly string[]): readonly string[] {
  const unread = values.filter((value) => !takes('date', dayByHand(value)))
  const found: DayPattern[] = []
  let inQuestion: readonly DayPattern[] = []
  let left = unread
  while (0 < left.length && found.length < mostPatterns) {
    const [best, ...rivals] = bestOf(left, [...found, ...inQuestion.slice(0, 1)])
    if (best === undefined || (0 < rivals.length && 0 < inQuestion.length)) break
    if (rivals.length === 0) found.push(best)
    else inQuestion = [best, ...rivals]
    left = left.filter((value) => dayReaderOf(best)?.(value) === undefined)
  }
  if (unread.length === 0 || unread.length - left.length < most * unread.length) return []
  if (inQuestion.length === 0) return [formOf(found)]
  return inQuestion.map((pattern) => formOf([pattern, ...found]))
}

/** Of the patterns that go with those found, one that most of the values fit, and those that would make other days of as many. */
function bestOf(values: readonly string[], found: readonly DayPattern[]): readonly DayPattern[] {
  const forms = patterns
    .filter((pattern) => !contradict([...found, pattern]))
    .map((pattern) => ({ pattern, days: values.map((value) => dayReaderOf(pattern)?.(value)) }))
    .map((form) => ({ ...form, fits: form.days.filter((day) => day !== undefined).length }))
  const fits = Math.max(...forms.map((form) => form.fits))
  const [best, ...others] = forms.filter((form) => form.fits === fits)
  if (best === undefined || fits === 0) return []
  const rivals = others.filter(({ days }) =>
    days.some(
      (day, at) => day !== undefined && best.days[at] !== undefined && day !== best.days[at],
    ),
  )
  return [best, ...rivals].map(({ pattern }) => pattern)
}

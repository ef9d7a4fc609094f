import { plainDay } from './plain-digits.ts'
import { IsoDate } from './units.ts'

/**
 * A day that begins with its year, as it is written by hand (`2026/3/14`, `2026.3.4 9:15`, `20260314`, `2026年3月14日`, `2026. 3. 14.`), in the digits of any script, in the extended form of ISO 8601; any other text as it is. Behind a year of four digits the month
 * comes first everywhere, so that none of these can mean two days.
 */
export function dayByHand(typed: string): string {
  if (iso.test(typed)) return typed
  const text = plainDay(typed.normalize('NFKC')).trim()
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (groups === undefined) continue
    const { year, month = '', day = '', hour, minutes } = groups
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!IsoDate.safeParse(written).success) return typed
    return hour === undefined ? written : `${written}T${hour.padStart(2, '0')}${minutes}`
  }
  return typed
}

/** A year in four digits, with month and day as people write them behind it. */
const days = [
  /(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})/,
  /(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})/,
  /(?<year>\d{4})\. (?<month>\d{1,2})\. (?<day>\d{1,2})\.?/,
  /(?<year>\d{4}) ?[年년] ?(?<month>\d{1,2}) ?[月월] ?(?<day>\d{1,2}) ?[日号일]/,
]
const time = /(?:T|\s+)(?<hour>\d{1,2})(?<minutes>:\d{2}\S*)/
const forms = days.map((day) => new RegExp(`^${day.source}(?:${time.source})?$`, 'iu'))

/** Nearly all dates of nearly all files. */
const iso = /^\d{4}-\d{2}-\d{2}$/

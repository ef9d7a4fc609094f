/** A day, or a moment with its distance from UTC, as the interface of the server takes them. */
const written = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/

/** A moment as an address writes it, in UTC to the millisecond; undefined where it is none. A day counts to its end in UTC, as it does for the server. */
export function momentIn(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined || !written.test(text)) return undefined
  return isoOf(new Date(text.includes('T') ? text : `${text}T23:59:59.999Z`))
}

/** A day and a clock of this machine as a moment: to the end of the second, as moments are written to the second, and without a clock to the end of the day. Undefined where the day is none. */
export function momentOf(day: string, clock: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const second = { 0: '23:59:59', 5: `${clock}:00` }[clock.length] ?? clock
  return isoOf(new Date(`${day}T${second}.999`))
}

/** A moment by the clock of this machine, to the second, with its distance from UTC at that time: `2026-05-03 18:00:12 UTC+8`. */
export function zonedText(moment: string): string {
  const date = new Date(moment)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-')
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${day} ${clock} ${zoneOf(moment)}`
}

/** How far the clock of this machine is from UTC at a moment: `UTC+8`, `UTC−3:30`, `UTC`. */
export function zoneOf(moment: string): string {
  return distanceText(-new Date(moment).getTimezoneOffset())
}

/** The day and the clock of a moment as fields take them. */
export function fieldsOf(moment: string): { readonly day: string; readonly clock: string } {
  const [day = '', clock = ''] = zonedText(moment).split(' ')
  return { day, clock }
}

function distanceText(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const [hours, rest] = [Math.floor(size / 60), size % 60]
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${two(rest)}`}`
}

function isoOf(date: Date): string | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

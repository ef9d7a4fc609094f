import { type TimeWindow, windowIn } from '../scene/time-window.ts'
import { addDays } from './events.ts'

/** The first and the last day that the axis shows: no window reaches beyond them. */
export interface Bounds {
  readonly first: string
  readonly last: string
}

/** What of a window is held. */
export type Grip = 'whole' | 'from' | 'to'

/** Where a window begins that nobody has drawn yet: so many months before the date of the picture. */
const firstMonths = 12

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowDown: -1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
}

/**
 * The window after a key: arrows move what is held by a month, Page keys by a year, and Shift moves the end alone. A key that
 * means nothing here gives undefined; the first one where there is no window makes one.
 */
export function windowAfterKey(
  window: TimeWindow | undefined,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { grip, bounds, asOf }: { readonly grip: Grip; readonly bounds: Bounds; readonly asOf: string },
): TimeWindow | undefined {
  const step = steps[key]
  if (step === undefined) return undefined
  if (window === undefined) return between(addMonths(asOf, -firstMonths), asOf, bounds)
  const held = grip === 'whole' && shiftKey ? 'to' : grip
  if (held === 'from') return between(addMonths(window.from, step), window.to, bounds)
  if (held === 'to') return between(window.from, addMonths(window.to, step), bounds)
  const { from, to } = { from: addMonths(window.from, step), to: addMonths(window.to, step) }
  return from < bounds.first || bounds.last < to ? window : { from, to }
}

/** The window between two days, whichever comes first, within what the axis shows. */
export function between(a: string, b: string, { first, last }: Bounds): TimeWindow {
  const [from, to] = a < b ? [a, b] : [b, a]
  const inside = (day: string) => (day < first ? first : later(last, day))
  return { from: inside(from), to: inside(to) }
}

/** The window so many days on, as wide as it was; it stops at the ends of the axis. */
export function shifted({ from, to }: TimeWindow, days: number, bounds: Bounds): TimeWindow {
  const least = daysBetween(from, bounds.first)
  const most = daysBetween(to, bounds.last)
  const by = Math.min(Math.max(days, least), most)
  return windowIn(`${addDays(from, by)}..${addDays(to, by)}`) ?? { from, to }
}

const msPerDay = 86_400_000

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay)
}

/** The same day so many months on, or the last of the month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = [0, 5, 8].map((at) => Number(date.slice(at, at === 0 ? 4 : at + 2)))
  const index = (year ?? 0) * 12 + (month ?? 1) - 1 + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day ?? 1, lastDay))}`
}

function later(last: string, day: string): string {
  return last < day ? last : day
}

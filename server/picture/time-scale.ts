import type { BareNode } from '../domain/graph.ts'

const msPerDay = 86_400_000

export interface Tick {
  readonly x: number
  /** Absent for the small ticks between. */
  readonly label: string | undefined
}

export interface TimeScale {
  /** The x in pixels of an ISO date; dates outside the span keep to its ends. */
  readonly x: (date: string) => number
  /** The ISO date at an x. */
  readonly date: (x: number) => string
  readonly ticks: readonly Tick[]
}

/** A scale from the first of `dates` to the last onto `left`…`right` pixels; `undefined` without two different dates. */
export function timeScale(
  dates: readonly string[],
  { left, right }: { left: number; right: number },
): TimeScale | undefined {
  const days = dates.map(dayOf).filter(Number.isFinite)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  if (!(first < last)) return undefined
  const start = Math.min(startOfSpan(first, last), first)
  const perDay = (right - left) / (last - start)
  return {
    x: (date) => clamp(left + (dayOf(date) - start) * perDay, left, right),
    date: (x) => isoOf(Math.round(start + (clamp(x, left, right) - left) / perDay)),
    ticks: ticksOf(start, last).map(({ day, label }) => ({
      x: left + (day - start) * perDay,
      label,
    })),
  }
}

/** Every date on which something begins or ends in these shops. */
export function datesOf(shops: readonly BareNode[]): string[] {
  return shops
    .flatMap(({ lives, firstSeen, lastSeen }) => [
      ...lives.flatMap(({ from, to }) => [from, to]),
      ...(lives.length === 0 ? [firstSeen, lastSeen] : []),
    ])
    .filter((date) => date !== undefined)
}

export function dayOf(date: string): number {
  return Math.floor(Date.parse(date.slice(0, 10)) / msPerDay)
}

function isoOf(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10)
}

/** Long spans begin with their year where that wastes little, so that the axis starts with a label. */
function startOfSpan(first: number, last: number): number {
  const year = dayOf(`${isoOf(first).slice(0, 4)}-01-01`)
  return first - year < (last - first) / 6 ? year : dayOf(`${isoOf(first).slice(0, 7)}-01`)
}

function ticksOf(start: number, last: number): { day: number; label: string | undefined }[] {
  const months = Math.round((last - start) / 30.4)
  const step = months <= 18 ? 1 : 3
  const labelEvery =
    months <= 18 ? Math.max(1, Math.ceil(months / 5)) : 12 * Math.ceil(months / 120)
  const ticks = []
  const from = isoOf(start)
  const firstMonth = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  for (let month = firstMonth; month <= firstMonth + months + 1; month += 1) {
    const iso = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    const day = dayOf(`${iso}-01`)
    if (day < start || last < day || month % step !== 0) continue
    const label = labelEvery % 12 === 0 ? iso.slice(0, 4) : iso
    const labelled = (labelEvery % 12 === 0 ? month : month - firstMonth) % labelEvery === 0
    ticks.push({ day, label: labelled ? label : undefined })
  }
  return ticks
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}

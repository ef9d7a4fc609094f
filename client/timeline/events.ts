import { datesOf } from '../../server/picture/time-scale.ts'
import type { Scene } from '../scene/scene.ts'

/** The days on which a shop of the scene opened or ended, in order, each once; and the day the picture ends. */
export function eventDates({ nodes, hidden }: Scene, until: string): readonly string[] {
  const shops = [...nodes.values()].filter(({ key, kind }) => kind === 'Shop' && !hidden.has(key))
  const dates = new Set([...datesOf(shops).filter((date) => date <= until), until])
  return [...dates].toSorted()
}

/** The first event after a date, and the last before it; `undefined` where there is none. */
export function nextEvent(dates: readonly string[], asOf: string): string | undefined {
  return dates.find((date) => asOf < date)
}

export function previousEvent(dates: readonly string[], asOf: string): string | undefined {
  return dates.findLast((date) => date < asOf)
}

const msPerDay = 86_400_000

/** An ISO date so many days on. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * msPerDay).toISOString().slice(0, 10)
}

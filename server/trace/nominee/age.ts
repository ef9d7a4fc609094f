import type { Properties } from '../../domain/graph.ts'

/** `YYYY-MM-DD`, as stated or as the resident number tells it (GB 11643-1999, digits 7 to 14); undefined where neither does. */
export function birthDateOf({ birthDate, idScheme, idNumber }: Properties): string | undefined {
  if (typeof birthDate === 'string') return birthDate
  if (idScheme !== 'resident_id' || typeof idNumber !== 'string') return undefined
  const [, year, month, day] = /^\d{6}(\d{4})(\d{2})(\d{2})/u.exec(idNumber) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** Whole years between two dates; below 0 where the second comes first. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4))
  return day.slice(5) < birth.slice(5) ? years - 1 : years
}

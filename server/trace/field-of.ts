import type { SourceRecord } from '../domain/record.ts'
import { IsoDate } from '../domain/units.ts'

/** The one value of a field as typed; undefined where there is none, and where it was refused. */
export function fieldOf({ fields, refused }: SourceRecord, field: string): string | undefined {
  const value = fields[field]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return refused.some((other) => other.field === field) ? undefined : value.trim()
}

const dayLength = '2026-03-31'.length

/** The first of the fields that holds a day; a moment counts as of the day that it names, whatever its zone. */
export function dayIn(record: SourceRecord, ...fields: readonly string[]): IsoDate | undefined {
  for (const field of fields) {
    const day = IsoDate.safeParse(fieldOf(record, field)?.slice(0, dayLength)).data
    if (day !== undefined) return day
  }
  return undefined
}

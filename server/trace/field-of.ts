import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import { normaliseDate } from '../ingest/normalise/date.ts'

/** The one value of a field as typed; undefined where there is none, and where it was refused. */
export function fieldOf({ fields, refused }: SourceRecord, field: string): string | undefined {
  const value = fields[field]
  if (typeof value !== 'string' || value.trim() === '') return undefined
  return refused.some((other) => other.field === field) ? undefined : value.trim()
}

/** The first of the fields that holds a day; a moment without a zone counts as of the day that it names. */
export function dayIn(record: SourceRecord, ...fields: readonly string[]): IsoDate | undefined {
  for (const field of fields) {
    const typed = fieldOf(record, field)
    const day = typed === undefined ? undefined : normaliseDate(typed, 'UTC')
    if (day !== undefined) return day
  }
  return undefined
}

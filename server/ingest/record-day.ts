import type { RecordKind, SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import { normaliseDate } from './normalise/date.ts'

/** Where rows beside the graph bear the day of what they tell; the first that is filled counts. The others say it in what they make of the graph. */
const dayFields: Partial<Record<RecordKind, readonly string[]>> = {
  listing: ['seen_on'],
  sale: ['from'],
  parcel: ['sent_on', 'received_on'],
  test_buy: ['ordered_on', 'received_on'],
  right: ['valid_from'],
  authorised: ['from'],
  event: ['on'],
  evidence: ['collected_at'],
  transfer: ['on'],
  place: ['seen_on'],
  decision: ['on'],
}

/** The day on which what a row tells happened or was seen; undefined where it bears none that can be read. */
export function recordDay({ kind, fields }: SourceRecord): IsoDate | undefined {
  for (const field of dayFields[kind] ?? []) {
    const value = fields[field]
    const day = typeof value === 'string' ? normaliseDate(value, 'UTC') : undefined
    if (day !== undefined) return day
  }
  return undefined
}

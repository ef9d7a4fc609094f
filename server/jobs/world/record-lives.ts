import { dateOf } from './calendar.ts'
import { keyOf, type Recording } from './record-shop.ts'
import type { WorldRow } from './tables.ts'

/** The lives of a shop that was sold, if the sale is on record, or of one that was closed and given back; none of any other. */
export function lifeRows(recording: Recording): WorldRow[] {
  const { opened, started, closed, because, former, suspended } = recording.shop
  const key = keyOf(recording)
  const end = closed === undefined ? {} : { to: dateOf(closed), ended: because }
  if (former?.told) {
    return [
      { ...key, from: dateOf(opened), to: dateOf(former.until), began: 'opened', ended: 'sold' },
      { ...key, from: dateOf(started), ...end, began: 'taken_over' },
    ]
  }
  if (suspended === undefined) return []
  const until = dateOf(suspended.from)
  return [
    { ...key, from: dateOf(opened), to: until, began: 'opened', ended: 'counterfeit' },
    { ...key, from: dateOf(suspended.to), ...end, began: 'reinstated' },
  ]
}

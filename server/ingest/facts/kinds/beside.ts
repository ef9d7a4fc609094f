import { isRefused } from '../../normalise/normal.ts'
import { readReference, sayIfKey, sayKey } from '../reference.ts'
import type { Row, Unusable } from '../row.ts'
import { seenOn } from '../seen.ts'
import { sayShop } from '../shop.ts'

/** A listing is a row beside the graph: it shows that its shop traded that day. */
export function sayListingRow(row: Row): undefined {
  sayShop(row, seenOn(row.date('seen_on')))
  return undefined
}

/** What a shop sold in a period. */
export function saySaleRow(row: Row): undefined {
  const [from, to] = [row.date('from'), row.date('to')]
  const backwards = from !== undefined && to !== undefined && to < from
  if (backwards) row.refuse('to', to, 'to-before-from')
  sayShop(row, { firstSeen: from, lastSeen: backwards ? from : to })
  return undefined
}

/** A right that can be infringed; its holder may be a node. */
export function sayRightRow(row: Row): undefined {
  refuseBackwards(row, 'valid_from', 'valid_to')
  sayIfKey(row, row.one('holder'))
  return undefined
}

/** Someone who may use a right: a key or a name. */
export function sayAuthorisedRow(row: Row): undefined {
  refuseBackwards(row, 'from', 'to')
  sayIfKey(row, row.one('party'))
  return undefined
}

/** Something that happened to a node. It does not show that the node was active that day. */
export function sayEventRow(row: Row): Unusable | undefined {
  const subject = row.one('subject') ?? ''
  const reference = readReference(subject)
  if (isRefused(reference)) return { field: 'subject', value: subject, reason: reference.reason }
  sayKey(row, reference.value)
  sayIfKey(row, row.one('by'))
  return undefined
}

/** A file or thing that supports claims; other records cite it by its id. */
export function sayEvidenceRow(row: Row): undefined {
  sayIfKey(row, row.one('place'))
  return undefined
}

/** What a person decided of two shops. */
export function sayDecisionRow(row: Row): Unusable | undefined {
  const keys = new Set<string>()
  for (const field of ['a', 'b']) {
    const value = row.one(field) ?? ''
    const reference = readReference(value)
    if (isRefused(reference)) return { field, value, reason: reference.reason }
    if (!reference.value.startsWith('shop:')) return { field, value, reason: 'reference-kind' }
    if (keys.has(reference.value)) return { field, value, reason: 'self-reference' }
    keys.add(sayKey(row, reference.value))
  }
  return undefined
}

function refuseBackwards(row: Row, fromField: string, toField: string): void {
  const [from, to] = [row.date(fromField), row.date(toField)]
  if (from !== undefined && to !== undefined && to < from) {
    row.refuse(toField, to, 'to-before-from')
  }
}

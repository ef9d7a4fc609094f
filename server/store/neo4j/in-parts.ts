import { maxBatch } from '../port.ts'
import type { Query, Runner } from './query.ts'

/**
 * What a statement works through. It stands in a map, as a server plans a statement anew for a list that is ten times as long as the one it was planned
 * for, and knows no length of what is in a map.
 */
export interface Part<Item> {
  readonly part: { readonly rows: readonly Item[] }
}

/**
 * Sends a list in parts, in one transaction. All are sent at once and carried out in their order, so that the server never waits for the next
 * one; other statements of the transaction may be sent before this one has answered.
 */
export async function inParts<Item, Row>(
  runner: Runner,
  query: Query<Part<Item>, Row>,
  items: readonly Item[],
): Promise<Row[]> {
  const rows = await Promise.all(
    partsOf(items).map((part) => query.rows(runner, { part: { rows: part } })),
  )
  return rows.flat()
}

/** A list in parts of at most a batch; no part of no items. */
export function partsOf<Item>(items: readonly Item[], most = maxBatch): Item[][] {
  const parts: Item[][] = []
  for (let start = 0; start < items.length; start += most)
    parts.push(items.slice(start, start + most))
  return parts
}

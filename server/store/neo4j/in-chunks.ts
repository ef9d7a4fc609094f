import { maxBatch } from '../port.ts'

/** Sends a list in parts, one after another, as relations that are written side by side wait for each other's nodes. */
export async function inChunks<T, Row>(
  items: readonly T[],
  send: (chunk: T[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < items.length; start += maxBatch) {
    rows.push(...(await send(items.slice(start, start + maxBatch))))
  }
  return rows
}

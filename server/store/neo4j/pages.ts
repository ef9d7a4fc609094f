import type { Page } from '../port.ts'

/** Rows of a scan that are read at a time: short transactions, so that no reader holds up a server. */
const scanRows = 2_000n

/** All rows of a query that reads a page after a position, empty for the first. */
export async function* scan<Row>(
  page: (after: string, limit: bigint) => Promise<Row[]>,
  positionOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let after = ''
  for (;;) {
    const rows = await page(after, scanRows)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < scanRows) return
    after = positionOf(last)
  }
}

/** A page from one row more than it holds, by which it is known whether another follows. */
export function pageOf<Row, Item>(
  [found]: readonly { readonly count: number; readonly page: readonly Row[] }[],
  limit: number,
  each: { item: (row: Row) => Item; cursor: (row: Row) => string },
): Page<Item> {
  const { count = 0, page: rows = [] } = found ?? {}
  const held = rows.slice(0, limit)
  const last = held.at(-1)
  return {
    items: held.map(each.item),
    ...(rows.length > limit && last && { next: each.cursor(last) }),
    total: count,
  }
}

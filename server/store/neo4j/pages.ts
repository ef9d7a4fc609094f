import type { Page } from '../port.ts'

/** Rows of a scan that are read at a time: short transactions, so that no reader holds up a server. */
const scanRows = 2_000n

/** All rows of a query that reads a page after a position, empty for the first; the server reads the next page while this one is worked on. */
export async function* scan<Row>(
  page: (after: string, limit: bigint) => Promise<Row[]>,
  positionOf: (row: Row) => string,
): AsyncGenerator<Row> {
  let coming: Promise<Row[]> | undefined = page('', scanRows)
  while (coming !== undefined) {
    const rows: Row[] = await coming
    const last = rows.at(-1)
    const isFull = last !== undefined && rows.length === Number(scanRows)
    coming = isFull ? heldBack(page(positionOf(last), scanRows)) : undefined
    yield* rows
  }
}

/** Begins to read before the first item is asked for. */
export function begun<Item>(items: AsyncIterable<Item>): AsyncIterable<Item> {
  const rest = items[Symbol.asyncIterator]()
  const first = heldBack(rest.next())
  return {
    async *[Symbol.asyncIterator]() {
      for (let next = await first; next.done !== true; next = await rest.next()) yield next.value
    },
  }
}

/** What fails before anybody waits for it fails when somebody does, and never where nobody does any more. */
function heldBack<T>(coming: Promise<T>): Promise<T> {
  coming.catch(() => undefined)
  return coming
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

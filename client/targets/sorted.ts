import { csvOf } from '../table/sheet.ts'

/** One column of a table of targets: what it sorts by, and what it says where that is not the same. */
export interface TargetColumn<Item> {
  readonly id: string
  readonly label: string
  /** What the heading means, on hover. */
  readonly note?: string
  readonly value: (item: Item) => number | string
  readonly text?: (item: Item) => string
}

export interface TargetOrder {
  readonly column: string
  readonly down: boolean
}

/** The items by one column; equal ones stay in the order in which they came, which is the server's. */
export function sorted<Item>(
  items: readonly Item[],
  columns: readonly TargetColumn<Item>[],
  order: TargetOrder | undefined,
): readonly Item[] {
  const column = columns.find(({ id }) => id === order?.column)
  if (column === undefined || order === undefined) return items
  const sign = order.down ? -1 : 1
  return items.toSorted((a, b) => sign * compare(column.value(a), column.value(b)))
}

/** The next order when a heading is pressed: numbers begin with the largest, a third press goes back to the server's order. */
export function nextOrder<Item>(
  order: TargetOrder | undefined,
  { id, value }: TargetColumn<Item>,
  first: Item | undefined,
): TargetOrder | undefined {
  const begins = first !== undefined && typeof value(first) === 'number'
  if (order?.column !== id) return { column: id, down: begins }
  return order.down === begins ? { column: id, down: !begins } : undefined
}

/** All items as CSV in the order in which they are shown; numbers as they are, the key last. */
export function targetsCsv<Item extends { readonly key: string }>(
  items: readonly Item[],
  columns: readonly TargetColumn<Item>[],
): string {
  const rows = items.map((item) => ({
    id: item.key,
    selection: { kind: 'nodes' as const, keys: [item.key] },
    kind: '',
    cells: columns.map(({ value, text }) => {
      const own = value(item)
      if (typeof own === 'number') return { text: String(own), value: own }
      return { text: text?.(item) ?? own }
    }),
  }))
  return csvOf([...columns.map(({ label }) => label), 'key'], rows)
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a).localeCompare(String(b))
}

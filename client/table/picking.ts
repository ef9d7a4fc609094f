import type { Selection } from '../scene/scene.ts'
import type { Row } from './rows.ts'

/** How a row was picked: alone, added or taken away, or with all rows from the last one on. */
export type Pick = 'one' | 'toggle' | 'range'

/** The selection after a row was picked. Links are read one at a time, so only things are added up. */
export function picked(
  before: Selection | undefined,
  rows: readonly Row[],
  { index, anchor, how }: { readonly index: number; readonly anchor: number; readonly how: Pick },
): Selection | undefined {
  const row = rows[index]
  if (row === undefined) return before
  if (row.selection.kind !== 'nodes' || how === 'one') return row.selection
  const had = before?.kind === 'nodes' ? before.keys : []
  if (how === 'toggle') {
    const keys = had.includes(row.id) ? had.filter((key) => key !== row.id) : [...had, row.id]
    return keys.length === 0 ? undefined : { kind: 'nodes', keys }
  }
  const range = rows.slice(Math.min(index, anchor), Math.max(index, anchor) + 1)
  return { kind: 'nodes', keys: [...new Set([...had, ...range.map(({ id }) => id)])] }
}

/** Ids of the rows that are selected. */
export function pickedIds(selection: Selection | undefined): ReadonlySet<string> {
  if (selection === undefined) return new Set()
  return new Set(selection.kind === 'nodes' ? selection.keys : [selection.id])
}

const pageRows = 12

/** The row that a key leads to from another; undefined for a key that leads nowhere. */
export function rowAfter(key: string, from: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + pageRows,
    PageUp: from - pageRows,
    Home: 0,
    End: count - 1,
  }
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined
  return target === undefined ? undefined : Math.min(Math.max(target, 0), count - 1)
}

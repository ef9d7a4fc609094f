import type { BareNode } from '../../server/contract/graph.ts'
import type { Selection } from '../scene/scene.ts'

/** What one cell says: the text as it is read, and the bare number behind it where there is one. */
export interface Cell {
  readonly text: string
  readonly value?: number | undefined
  /** The second script of a name. */
  readonly second?: string
}

/** One line of the table: a thing or a link of the scene. */
export interface Row {
  readonly id: string
  readonly selection: Selection
  /** By which the table can be narrowed. */
  readonly kind: string
  /** What the row is of, where it is a thing. */
  readonly thing?: BareNode
  /** Why the row steps back: not there yet, or outside the window. */
  readonly faint?: string | undefined
  /** In the order of the columns. */
  readonly cells: readonly Cell[]
}

/** A column by the id of its heading. */
export interface Column<Id extends string = string> {
  readonly id: Id
  readonly numeric?: boolean
}

export interface Order {
  readonly column: number
  readonly down: boolean
}

/** Rows that hold every word of the text in any cell, and are of the kind; an empty text or kind asks for nothing. */
export function narrowed(rows: readonly Row[], text: string, kind: string): readonly Row[] {
  const parts = plain(text)
    .split(/\s+/u)
    .filter((part) => part !== '')
  if (parts.length === 0 && kind === '') return rows
  return rows.filter((row) => {
    if (kind !== '' && row.kind !== kind) return false
    const said = plain(row.cells.map(({ text: own, second }) => `${own} ${second ?? ''}`).join(' '))
    return parts.every((part) => said.includes(part))
  })
}

/** Rows in the order of one column; numbers by size, texts as the language sorts them, and what is empty last either way. */
export function ordered(
  rows: readonly Row[],
  order: Order | undefined,
  language: string,
): readonly Row[] {
  if (order === undefined) return rows
  const collator = new Intl.Collator(language, { numeric: true })
  const sign = order.down ? -1 : 1
  const cell = (row: Row): Cell => row.cells[order.column] ?? { text: '' }
  return rows.toSorted((x, y) => {
    const [a, b] = [cell(x), cell(y)]
    if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b))
    const numbers = a.value !== undefined && b.value !== undefined
    const apart = numbers ? (a.value ?? 0) - (b.value ?? 0) : collator.compare(a.text, b.text)
    return sign * apart
  })
}

/** A click on a heading: up, down, and back to how it came. Numbers start with the largest. */
export function nextOrder(
  order: Order | undefined,
  column: number,
  numeric: boolean,
): Order | undefined {
  if (order?.column !== column) return { column, down: numeric }
  return order.down === numeric ? { column, down: !numeric } : undefined
}

function isEmpty({ text, value }: Cell): boolean {
  return value === undefined && text === ''
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

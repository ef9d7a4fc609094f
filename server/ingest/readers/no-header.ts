import type { HeaderWords } from './header-place.ts'
import { type CellRows, textAt } from './joined-header.ts'

/** What only values look like. A header may be a year or a number of a few digits, as in a table with a column for each. */
const shapes: readonly RegExp[] = [
  /^[^\s@]+@[^\s@]+\.\p{L}{2,}$/u,
  /^(https?:\/\/|www\.)\S+$/i,
  /^\+?[\d*][\d\s()*-]{5,}[\dXx]$/,
  /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T ]\d{1,2}:\d{2}\S*)?$/,
  /^\d{4}年\d{1,2}月\d{1,2}[日号]$/,
]

/** Fewer rows below tell nothing. */
const fewestBelow = 2

/**
 * Whether a table begins with its first row of values, and no row names its columns: nothing in it is known to name one, and somewhere it holds what only values look like, as every row below it does there. Taken for names, they would be lost without a word.
 */
export function lacksHeader([first = [], ...below]: CellRows, words: HeaderWords): boolean {
  if (below.length < fewestBelow) return false
  const columns = [...first.keys()].filter((column) => textAt(first, column) !== '')
  const isNamed = columns.some((column) => namesColumn(textAt(first, column), words))
  return !isNamed && columns.some((column) => isAlike(column, [first, ...below]))
}

function namesColumn(text: string, words: HeaderWords): boolean {
  return words.isColumn(text) || words.isGroup(text)
}

function isAlike(column: number, rows: CellRows): boolean {
  const texts = rows.map((row) => textAt(row, column)).filter((text) => text !== '')
  return (
    fewestBelow < texts.length && shapes.some((shape) => texts.every((text) => shape.test(text)))
  )
}

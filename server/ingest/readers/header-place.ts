import { type CellRows, spreadGroups, textAt } from './joined-header.ts'
import { lacksHeader } from './no-header.ts'
import { titleRows } from './title-rows.ts'

/** Where the header of a table stands. Filled rows are counted; blank ones are none. */
export interface HeaderPlace {
  /** How many rows stand above it. */
  readonly skipRows: number
  /** How many rows it takes; one below another, and the last names each column. None where the table begins with its values. */
  readonly headerRowCount: number
}

/** As far as a description says where it stands. */
export interface StatedPlace {
  readonly skipRows?: number | undefined
  readonly headerRowCount?: number | undefined
}

/** What headers are known to say. */
export interface HeaderWords {
  /** Whether a text names a column, and no value is called so. */
  isColumn(text: string): boolean
  /** Whether a text names a group of columns. */
  isGroup(text: string): boolean
  /** Whether two texts name one column, as in two languages. */
  isSame(one: string, other: string): boolean
}

/**
 * Finds the header by the first filled rows of a file, as far as it is not stated. It takes two rows only where the first leaves blank, or repeats, what the second names, and where at least half of what the second says are known
 * names of columns; or where both name at least half of the columns alike, in two languages. Nothing of the second may be a value below: a table with a header of one row must never be taken for one with two. A table has none where its first row is
 * of values as surely.
 */
export function findHeader(rows: CellRows, stated: StatedPlace, words: HeaderWords): HeaderPlace {
  const titles = stated.skipRows ?? titleRows(rows.map(filledIn))
  const isAlsoTitle = stated.skipRows === undefined && stated.headerRowCount !== 1
  const skipRows = isAlsoTitle && isRowOfGroups(rows, titles - 1, words) ? titles - 1 : titles
  return { skipRows, headerRowCount: stated.headerRowCount ?? rowsOf(rows.slice(skipRows), words) }
}

function rowsOf(rows: CellRows, words: HeaderWords): number {
  if (standsInTwo(rows, words)) return 2
  return lacksHeader(rows, words) ? 0 : 1
}

/** Two groups above six columns look like a title with who filled it in; they are told from it by their words. */
function isRowOfGroups(rows: CellRows, at: number, words: HeaderWords): boolean {
  const filled = rows[at]?.filter((cell) => cell.trim() !== '') ?? []
  const areGroups = 1 < filled.length && filled.every((cell) => words.isGroup(cell.trim()))
  return areGroups && standsInTwo(rows.slice(at), words)
}

/** So many names of columns have to be known in the second row, and of all that stand there this share. */
const fewestKnown = 2
const leastKnown = 0.5

function standsInTwo([top, under, ...below]: CellRows, words: HeaderWords): boolean {
  if (top === undefined || under === undefined) return false
  const columns = Array.from({ length: widthOf([top, under]) }, (_, column) => column)
  const named = columns.filter((column) => textAt(under, column) !== '')
  const isLikeHeader =
    columns.every((column) => isHeading(textAt(top, column), textAt(under, column))) &&
    !named.some((column) => below.some((row) => textAt(row, column) === textAt(under, column)))
  if (!isLikeHeader) return false
  const areMost = (known: readonly number[]) =>
    fewestKnown <= known.length && leastKnown * named.length <= known.length
  const known = named.filter((at) => words.isColumn(textAt(under, at)))
  const alike = named.filter((at) => words.isSame(textAt(top, at), textAt(under, at)))
  return (hasGroup(top, under) && areMost(known)) || areMost(alike)
}

/** Whether two columns beside each other stand in one group. */
function hasGroup(top: readonly string[], under: readonly string[]): boolean {
  const [groups = []] = spreadGroups([top, under])
  return groups.some((group, column) => {
    const areNamed = textAt(under, column) !== '' && textAt(under, column - 1) !== ''
    return group !== '' && group === groups[column - 1] && areNamed
  })
}

/** Longer than any name of a column. */
const longestName = 60

/** Whether what stands in the two rows of a column may head it: one of them says something, and neither says what only values do. */
function isHeading(...texts: readonly string[]): boolean {
  return texts.some((text) => text !== '') && !texts.some(isValue)
}

/** Addresses of any kind, numbers, days, and what follows on a colon. */
function isValue(text: string): boolean {
  return longestName < text.length || /\d{4}|^[\d\s.,%-]+$|@|[：:]\s*\S|\d[-/.年]\d/u.test(text)
}

/** How many columns the rows reach over. */
function widthOf(rows: CellRows): number {
  return Math.max(0, ...rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1))
}

function filledIn(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length
}

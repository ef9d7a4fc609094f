import type { Table } from './block.ts'

const amount = /^[\d.,]+$/

/** What is left of a column that gives to others; with less its words would stand letter under letter. */
const leastLeft = 0.5

/** A hair more than measured, so that rounding breaks no number. */
const hair = 1

/**
 * Widths of the columns of a table in a room, both in points: as they were meant to be, unless a column holds a number that is longer. Such a column takes of the others, since a
 * broken number reads as another. `widthOf` measures a cell with what stands around it.
 */
export function columnWidths(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  room: number,
  widthOf: (cell: string) => number,
): readonly number[] {
  const meant = columns.map(({ share }) => share * room)
  const least = columns.map((_, index) => {
    const numbers = rows.map((row) => row[index] ?? '').filter((cell) => amount.test(cell))
    return Math.max(0, ...numbers.map((cell) => widthOf(cell) + hair))
  })
  const isTight = meant.map((width, index) => width < (least[index] ?? 0))
  const tight = least.reduce((sum, width, index) => sum + (isTight[index] ? width : 0), 0)
  const loose = meant.reduce((sum, width, index) => sum + (isTight[index] ? 0 : width), 0)
  const left = loose === 0 ? 0 : (room - tight) / loose
  if (tight === 0 || left < leastLeft) return meant
  return meant.map((width, index) => (isTight[index] ? (least[index] ?? 0) : width * left))
}

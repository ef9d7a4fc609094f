import type { Cell } from '../raw-row.ts'
import { columnOf } from './column-name.ts'

/** Cells of one column that are merged over several rows of a sheet, of which only the first holds what all of them show. */
export interface MergedDown {
  /** 0 is the first. */
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
}

const oneMerge = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/gi
/** Longer than any such element is written. */
const longestMerge = 200

/**
 * The cells of a sheet that reach over several rows, from the text of its part. They stand behind all of its rows, so that the text is looked through once more; no cell can say what looks like one, as `<` is
 * not written so in texts. Of an area of several columns it is the first that holds something.
 */
export async function readMergedDown(pieces: AsyncIterable<string>): Promise<MergedDown[]> {
  const found: MergedDown[] = []
  let text = ''
  for await (const piece of pieces) {
    text += piece
    let read = Math.max(0, text.length - longestMerge)
    for (const match of text.matchAll(oneMerge)) {
      const [whole, column = '', first, last] = match
      read = Math.max(read, match.index + whole.length)
      const rows = { firstRow: Number(first), lastRow: Number(last) }
      if (rows.firstRow < rows.lastRow) found.push({ column: columnOf(column), ...rows })
    }
    text = text.slice(read)
  }
  return found
}

interface Reaching extends MergedDown {
  readonly value: Cell
}

/**
 * Takes the rows of a sheet in their order, fills what each shows of a merged cell above, and answers which columns it filled. What stands merged above the first row that is taken, as in a header, is left.
 */
export function fillDown(merges: readonly MergedDown[]) {
  const inOrder = merges.toSorted((one, other) => one.firstRow - other.firstRow)
  let next = 0
  let reaching: readonly Reaching[] = []
  const begunAt = (row: number, cells: ReadonlyMap<number, Cell>) => {
    const begun: Reaching[] = []
    for (; (inOrder[next]?.firstRow ?? row + 1) <= row; next += 1) {
      const merge = inOrder[next] as MergedDown
      const value = merge.firstRow === row ? cells.get(merge.column) : undefined
      if (value !== undefined) begun.push({ ...merge, value })
    }
    return begun
  }
  return (row: number, cells: Map<number, Cell>): ReadonlySet<number> => {
    const still = reaching.filter(({ lastRow }) => row <= lastRow)
    const shown = still.filter(({ column }) => !cells.has(column))
    // Before it is filled, as what is filled begins nothing.
    reaching = [...still, ...begunAt(row, cells)]
    for (const { column, value } of shown) cells.set(column, value)
    return new Set(shown.map(({ column }) => column))
  }
}

import type { HeaderPlace } from './header-place.ts'
import { joinHeader } from './joined-header.ts'

/** Takes the first rows of a file until its header is whole. */
export interface HeaderGatherer {
  /** Takes the next row, and says whether the header is whole with it. Blank rows above it and in it are none of the file's. */
  take(cells: readonly string[]): boolean
  /** The names of the columns, each once; undefined where no row of a header was taken. */
  names(): string[] | undefined
  /** Whether the row that it was whole with is one of the table's own, as where nothing names the columns. */
  readonly lastIsRow: boolean
}

export function headerGatherer({
  skipRows = 0,
  headerRowCount = 1,
}: Partial<HeaderPlace>): HeaderGatherer {
  const header: (readonly string[])[] = []
  let above = skipRows
  const lastIsRow = headerRowCount === 0
  return {
    take(cells) {
      const isBlank = cells.every((cell) => cell.trim() === '')
      if (!isBlank && above <= 0) header.push(cells)
      if (!isBlank) above -= 1
      return header.length === (lastIsRow ? 1 : headerRowCount)
    },
    names() {
      if (header.length === 0) return undefined
      return columnNames(lastIsRow ? (header[0] ?? []).map(() => '') : joinHeader(header))
    },
    lastIsRow,
  }
}

/** What nobody sees and nobody would type into a description: control characters but line ends and tabs, marks of byte order and direction, spaces without width. */
const unseen = /[^\P{Cc}\t\n\r]|\p{Cf}/gu

/** Header cells as distinct names: an empty one is called by its place, a repeated one numbered. */
function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.replaceAll(unseen, '').trim() || `column ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

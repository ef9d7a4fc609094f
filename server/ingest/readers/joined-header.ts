/** The cells of some rows. */
export type CellRows = readonly (readonly string[])[]

/**
 * One name a column, from a header that stands in several rows: the groups that the column stands in and its own, `经营者信息 姓名`. A group reaches to the right over what is blank beside it, as merged cells are left; a
 * column that is named above and blank below stands alone. One row is left as it is.
 */
export function joinHeader(rows: CellRows): string[] {
  const levels = spreadGroups(rows)
  return Array.from({ length: longest(rows) }, (_, column) => {
    const parts = levels.map((level) => level[column] ?? '').filter((part) => part !== '')
    return parts.filter((part, at) => part !== parts[at - 1]).join(' ')
  })
}

/** The rows of a header with each group at every column that it reaches over. */
export function spreadGroups(rows: CellRows): string[][] {
  const width = longest(rows)
  const begins = new Set<number>()
  return rows.map((row, level) => {
    const below = rows.slice(level + 1)
    let group = ''
    return Array.from({ length: width }, (_, column) => {
      const own = textAt(row, column)
      // No group reaches into the next one of a row above.
      if (own !== '') begins.add(column)
      if (begins.has(column) || below.length === 0) group = own
      const name = group
      if (below.some((other) => textAt(other, column) !== '')) return name
      group = ''
      return own
    })
  })
}

export function textAt(row: readonly string[], column: number): string {
  return (row[column] ?? '').trim()
}

function longest(rows: CellRows): number {
  return Math.max(0, ...rows.map((row) => row.length))
}

/** Rows that are looked at for where a table begins, blank ones left out. */
export const rowsLookedAt = 20
/** More titles than this nobody writes. */
export const mostTitles = 5
/** A row with one filled cell is a title over a table this wide, and one with two over a table twice as wide: 填报单位 and 填报日期. */
const leastWidth = 3

/**
 * How many rows stand above the header of a table, as registers have a title there and who filled them in; 0 where the first row may be the header. `filled` tells of the first rows how many of their cells
 * say something. Only rows with one or two of these are taken for titles, so that no header is passed over for being sparse.
 */
export function titleRows(filled: readonly number[]): number {
  const width = Math.max(0, ...filled)
  const first = filled.findIndex((cells) => width < leastWidth * cells || 2 < cells)
  return 0 < first && first <= mostTitles ? first : 0
}

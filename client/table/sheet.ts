import type { Row } from './rows.ts'

/** For programs that take it for UTF-8 only with this mark: spreadsheets in China and elsewhere. */
const byteOrderMark = '\uFEFF'

/** Rows as CSV (RFC 4180) with its headings, for a spreadsheet to open. */
export function csvOf(headings: readonly string[], rows: readonly Row[]): string {
  const lines = [headings.map(harmless), ...rows.map(cellsOf)]
  return byteOrderMark + lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

/** Rows as text that a spreadsheet takes apart when it is pasted. */
export function tabbedOf(headings: readonly string[], rows: readonly Row[]): string {
  const lines = [headings.map(harmless), ...rows.map(cellsOf)]
  return lines.map((cells) => cells.map(inOneLine).join('\t')).join('\n')
}

/** The row's key comes last, so that a row can be found again by it. Numbers leave bare, so that they still add up. */
function cellsOf({ id, cells }: Row): readonly string[] {
  return [
    ...cells.map(({ text, second, value }) => {
      // What is surer than can be said in three digits leaves as it is read: never as 0 or 1.
      if (value !== undefined && !/^[<>]/.test(text)) return String(Number(value.toFixed(4)))
      return harmless(second === undefined ? text : `${text} ${second}`)
    }),
    harmless(id),
  ]
}

/** A stranger chose these texts: an apostrophe keeps a spreadsheet from running one that looks like a formula. */
function harmless(text: string): string {
  return /^[\s\0]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function inOneLine(cell: string): string {
  return cell.replace(/[\t\r\n]+/gu, ' ')
}

import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | boolean | undefined

/**
 * A table as a spreadsheet can open it without running anything: UTF-8 with a byte order mark, CRLF, one row a line, cells that a
 * spreadsheet could take for a formula preceded by an apostrophe, E.164 numbers without `+`.
 */
export function csvTable(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return stringify([columns, ...rows.map((row) => row.map(spreadsheetCell))], {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })
}

const phone = /^\+(\d{6,15})$/

/** Control characters that no text needs, and that some readers stop at. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
const unsafe = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g
const lineBreaks = /[\t\n\v\f\r\u2028\u2029]+/g

const hiddenFormula = /^[\s\ufffd]+[=+\-@＝＋－＠]/u

/** Numbers that stand for no quantity: a spreadsheet drops leading zeros, reads `12E5` as 1200000, and keeps 15 digits. */
const mangledNumber = /^(?:0\d+|\d{16,}|\d+E\d+)$/i

/** What `escape_formulas` does not see: a formula behind a line feed, a space or a NUL is still one to some readers. */
function spreadsheetCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  const text = cell.toWellFormed().replaceAll(unsafe, '\ufffd').replaceAll(lineBreaks, ' ')
  const bare = text.replace(phone, '$1')
  return hiddenFormula.test(bare) || (mangledNumber.test(bare) && !phone.test(text))
    ? `'${bare}`
    : bare
}

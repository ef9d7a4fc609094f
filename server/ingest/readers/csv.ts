import papaparse from 'papaparse'

import { oneByOne } from './batches.ts'
import { type Dialect, quoteCharacter } from './dialect.ts'
import { ListedCells, type ListedColumns, listedColumns } from './listed-cells.ts'
import { BrokenFileError, maxRowLength, type RawRow } from './raw-row.ts'
import type { AboveHeader } from './title-rows.ts'

/**
 * The rows of delimited text (RFC 4180, with the delimiter and quote of its dialect: quoted cells may hold delimiters, quotes and line ends), as many at a time as a piece of text holds. Blank lines are no rows, and neither are `skipRows` lines above the header. A row with
 * another number of cells than the header, or with a malformed quote, is a problem of that row alone. A file that ends inside a
 * quoted cell, or in a row that lacks both cells and a line end, is cut off: a {@link BrokenFileError}. A file cut off inside the
 * last cell of its last row cannot be told from a whole one.
 */
export async function* readCsvBatches(
  text: AsyncIterable<string>,
  dialect: Dialect & Partial<AboveHeader>,
): AsyncGenerator<RawRow[]> {
  let columns: ListedColumns | undefined
  let row = 0
  for await (const { lines, malformed, unended } of tableLines(text, dialect)) {
    const rows: RawRow[] = []
    for (const cells of lines) {
      if (columns === undefined) {
        columns = listedColumns(columnNames(cells))
        continue
      }
      row += 1
      if (unended && cells.length < columns.names.length) {
        yield rows
        throw new BrokenFileError(row, 'ends in the middle of it')
      }
      rows.push(rawRow(row, columns, cells, malformed.has(cells)))
    }
    yield rows
  }
}

/** The same rows one by one. */
export function readCsv(
  text: AsyncIterable<string>,
  dialect: Dialect & Partial<AboveHeader>,
): AsyncGenerator<RawRow> {
  return oneByOne(readCsvBatches(text, dialect))
}

function rawRow(
  row: number,
  columns: ListedColumns,
  list: readonly string[],
  malformed: boolean,
): RawRow {
  const cells = new ListedCells(columns, list)
  if (malformed) return { row, cells, problem: 'row-quotes' }
  return list.length === columns.names.length
    ? { row, cells }
    : { row, cells, problem: 'row-ragged' }
}

/** The cells of the header, as they are; undefined for a file without any. */
export async function readHeader(
  text: AsyncIterable<string>,
  dialect: Dialect & Partial<AboveHeader>,
): Promise<string[] | undefined> {
  for await (const { lines } of tableLines(text, dialect)) {
    const [header] = lines
    if (header !== undefined) return header.map((cell) => cell.trim())
  }
  return undefined
}

/** Lines that one piece of text holds whole. */
interface Lines {
  readonly lines: readonly (readonly string[])[]
  /** Those of them whose quotes are not in order. */
  readonly malformed: ReadonlySet<readonly string[]>
  /** The file's last line, when no line end follows it. */
  readonly unended: boolean
}

/** From the header on. */
async function* tableLines(
  text: AsyncIterable<string>,
  dialect: Dialect & Partial<AboveHeader>,
): AsyncGenerator<Lines> {
  let above = dialect.skipRows ?? 0
  for await (const { lines, ...rest } of readLines(text, dialect, above)) {
    yield { ...rest, lines: lines.slice(above) }
    above = Math.max(0, above - lines.length)
  }
}

async function* readLines(
  text: AsyncIterable<string>,
  dialect: Dialect,
  skipRows: number,
): AsyncGenerator<Lines> {
  let rest = ''
  let rows = -1 - skipRows
  let parse: LineParser | undefined
  for await (const chunk of text) {
    rest += chunk
    parse ??= lineParser(rest, dialect)
    const parsed = parse(rest, true)
    rest = rest.slice(parsed.read)
    rows += parsed.lines.length
    if (0 < parsed.lines.length) yield { ...parsed, unended: false }
    if (maxRowLength < rest.length) {
      throw new BrokenFileError(rows + 1, 'never ends; a quoted cell is probably not closed')
    }
  }
  if (rest === '' || parse === undefined) return
  const last = parse(rest, false)
  if (last.unclosed) throw new BrokenFileError(rows + 1, 'ends inside a quoted cell')
  if (0 < last.lines.length) yield { ...last, unended: true }
}

type LineParser = (
  text: string,
  more: boolean,
) => Omit<Lines, 'unended'> & { read: number; unclosed: boolean }

/** Papa Parse's own parser, fed by us: its stream interface neither waits for its reader nor tells of errors. */
function lineParser(start: string, { delimiter, quote }: Dialect): LineParser {
  const newline = /\r[^\n]/.test(start) && !start.includes('\n') ? '\r' : '\n'
  return (text, more) => {
    const parser = new papaparse.Parser({ delimiter, newline, quoteChar: quoteCharacter(quote) })
    const { data, errors, meta }: papaparse.ParseResult<string[]> = parser.parse(text, 0, more)
    for (const cells of data) dropCarriageReturn(cells)
    const quotes = errors.filter(({ code }) => code === 'InvalidQuotes')
    return {
      lines: data.filter((cells) => cells.length !== 1 || cells[0]?.trim() !== ''),
      malformed: new Set(quotes.flatMap(({ row = -1 }) => data.slice(row, row + 1))),
      read: meta.cursor,
      unclosed: errors.some(({ code }) => code === 'MissingQuotes'),
    }
  }
}

function dropCarriageReturn(cells: string[]): void {
  const last = cells.at(-1)
  if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1)
}

/** Header cells as distinct names: an empty one is called by its place, a repeated one numbered. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return cells.map((cell, at) => {
    const name = cell.trim() || `column ${at + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

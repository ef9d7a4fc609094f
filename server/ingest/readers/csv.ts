import papaparse from 'papaparse'

import { oneByOne } from './batches.ts'
import { type Dialect, quoteCharacter } from './dialect.ts'
import { headerGatherer } from './header-gatherer.ts'
import type { HeaderPlace } from './header-place.ts'
import { ListedCells, type ListedColumns, listedColumns } from './listed-cells.ts'
import { BrokenFileError, maxRowLength, type RawRow } from './raw-row.ts'

/** Delimited text; where nothing else is said, its first row is the header. */
export type Delimited = Dialect & Partial<HeaderPlace>

/**
 * The rows of delimited text (RFC 4180, with the delimiter and quote of its dialect: quoted cells may hold delimiters, quotes and line ends), as many at a time as a piece of text holds. Lines that are blank, but for delimiters and white space, are no rows, and neither is what stands above the header. A row with
 * another number of cells than the header, or with a malformed quote, is a problem of that row alone. A file that ends inside a
 * quoted cell, or in a row that lacks both cells and a line end, is cut off: a {@link BrokenFileError}. A file cut off inside the
 * last cell of its last row cannot be told from a whole one.
 */
export async function* readCsvBatches(
  text: AsyncIterable<string>,
  format: Delimited,
): AsyncGenerator<RawRow[]> {
  let row = 0
  try {
    for await (const rows of tableRows(text, format)) {
      row = rows.at(-1)?.row ?? row
      yield rows
    }
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error
    throw Object.assign(new BrokenFileError(row + 1, error.message), { cause: error })
  }
}

/** The same rows one by one. */
export function readCsv(text: AsyncIterable<string>, format: Delimited): AsyncGenerator<RawRow> {
  return oneByOne(readCsvBatches(text, format))
}

async function* tableRows(
  text: AsyncIterable<string>,
  format: Delimited,
): AsyncGenerator<RawRow[]> {
  let row = 0
  for await (const { columns, lines, malformed, unended } of linesBelowHeader(text, format)) {
    const rows: RawRow[] = []
    for (const cells of lines) {
      if (unended && cells.length < columns.names.length) {
        yield rows
        throw new BrokenFileError(0, 'ends in the middle of it')
      }
      row += 1
      rows.push(rawRow(row, columns, cells, malformed.has(cells)))
    }
    yield rows
  }
}

async function* linesBelowHeader(
  text: AsyncIterable<string>,
  format: Delimited,
): AsyncGenerator<Lines & { readonly columns: ListedColumns }> {
  const header = headerGatherer(format)
  let columns: ListedColumns | undefined
  for await (const piece of readLines(text, format)) {
    if (columns !== undefined) {
      yield { ...piece, columns }
      continue
    }
    const last = piece.lines.findIndex((cells) => header.take(cells))
    if (last === -1) continue
    columns = listedColumns(header.names() ?? [])
    yield { ...piece, columns, lines: piece.lines.slice(header.lastIsRow ? last : last + 1) }
  }
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

/** The names of the columns, each once; undefined for a file without any. */
export async function readHeader(
  text: AsyncIterable<string>,
  format: Delimited,
): Promise<string[] | undefined> {
  const header = headerGatherer(format)
  for await (const { lines } of readLines(text, format)) {
    if (lines.some((cells) => header.take(cells))) break
  }
  return header.names()
}

/** Lines that one piece of text holds whole. */
interface Lines {
  readonly lines: readonly (readonly string[])[]
  /** Those of them whose quotes are not in order. */
  readonly malformed: ReadonlySet<readonly string[]>
  /** The file's last line, when no line end follows it. */
  readonly unended: boolean
}

async function* readLines(text: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<Lines> {
  let rest = ''
  let parse: LineParser | undefined
  for await (const chunk of text) {
    rest += chunk
    parse ??= lineParser(rest, dialect)
    const parsed = parse(rest, true)
    rest = rest.slice(parsed.read)
    if (0 < parsed.lines.length) yield { ...parsed, unended: false }
    if (maxRowLength < rest.length) {
      throw new BrokenFileError(0, 'never ends; a quoted cell is probably not closed')
    }
  }
  if (rest === '' || parse === undefined) return
  const last = parse(rest, false)
  if (last.unclosed) throw new BrokenFileError(0, 'ends inside a quoted cell')
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
      lines: data.filter((cells) => cells.some((cell) => cell.trim() !== '')),
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

import papaparse from 'papaparse'

import { type Dialect, quoteCharacter } from './dialect.ts'
import { BrokenFileError, maxRowLength, type RawRow } from './raw-row.ts'

/**
 * The rows of delimited text (RFC 4180, with the delimiter and quote of its dialect: quoted cells may hold delimiters, quotes and line ends). Blank lines are no rows. A row with
 * another number of cells than the header, or with a malformed quote, is a problem of that row alone. A file that ends inside a
 * quoted cell, or in a row that lacks both cells and a line end, is cut off: a {@link BrokenFileError}. A file cut off inside the
 * last cell of its last row cannot be told from a whole one.
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  dialect: Dialect,
): AsyncGenerator<RawRow> {
  let header: readonly string[] | undefined
  let row = 0
  for await (const line of readLines(text, dialect)) {
    if (header === undefined) {
      header = columnNames(line.cells)
      continue
    }
    row += 1
    if (line.unended && line.cells.length < header.length) {
      throw new BrokenFileError(row, 'ends in the middle of it')
    }
    const problem = line.malformed ? 'row-quotes' : undefined
    const ragged = line.cells.length === header.length ? undefined : 'row-ragged'
    const reason = problem ?? ragged
    yield { row, cells: byColumn(header, line.cells), ...(reason && { problem: reason }) }
  }
}

/** The cells of the first line, as they are; undefined for a file without any. */
export async function readHeader(
  text: AsyncIterable<string>,
  dialect: Dialect,
): Promise<string[] | undefined> {
  for await (const { cells } of readLines(text, dialect)) return cells.map((cell) => cell.trim())
  return undefined
}

interface Line {
  readonly cells: readonly string[]
  readonly malformed: boolean
  /** The file's last line, when no line end follows it. */
  readonly unended: boolean
}

async function* readLines(text: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<Line> {
  let rest = ''
  let rows = -1
  let parse: LineParser | undefined
  for await (const chunk of text) {
    rest += chunk
    parse ??= lineParser(rest, dialect)
    const parsed = parse(rest, true)
    rest = rest.slice(parsed.read)
    rows += parsed.lines.length
    yield* parsed.lines
    if (maxRowLength < rest.length) {
      throw new BrokenFileError(rows + 1, 'never ends; a quoted cell is probably not closed')
    }
  }
  if (rest === '' || parse === undefined) return
  const last = parse(rest, false)
  if (last.unclosed) throw new BrokenFileError(rows + 1, 'ends inside a quoted cell')
  for (const line of last.lines) yield { ...line, unended: true }
}

type LineParser = (
  text: string,
  more: boolean,
) => { lines: Line[]; read: number; unclosed: boolean }

/** Papa Parse's own parser, fed by us: its stream interface neither waits for its reader nor tells of errors. */
function lineParser(start: string, { delimiter, quote }: Dialect): LineParser {
  const newline = /\r[^\n]/.test(start) && !start.includes('\n') ? '\r' : '\n'
  return (text, more) => {
    const parser = new papaparse.Parser({ delimiter, newline, quoteChar: quoteCharacter(quote) })
    const { data, errors, meta }: papaparse.ParseResult<string[]> = parser.parse(text, 0, more)
    const malformed = new Set(
      errors.filter(({ code }) => code === 'InvalidQuotes').map(({ row }) => row),
    )
    return {
      lines: data
        .map((cells, at) => ({
          cells: withoutCarriageReturn(cells),
          malformed: malformed.has(at),
          unended: false,
        }))
        .filter(({ cells }) => cells.length !== 1 || cells[0]?.trim() !== ''),
      read: meta.cursor,
      unclosed: errors.some(({ code }) => code === 'MissingQuotes'),
    }
  }
}

function withoutCarriageReturn(cells: string[]): string[] {
  const last = cells.at(-1) ?? ''
  return last.endsWith('\r') ? cells.with(-1, last.slice(0, -1)) : cells
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

function byColumn(header: readonly string[], cells: readonly string[]): Map<string, string> {
  return new Map(cells.map((cell, at) => [header[at] ?? `column ${at + 1}`, cell]))
}

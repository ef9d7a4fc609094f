import { oneByOne } from './batches.ts'
import { nestedCells } from './nested-cells.ts'
import { BrokenFileError, type Cell, maxRowLength, type RawRow } from './raw-row.ts'

/**
 * The rows of newline-delimited JSON, one object a line, with what stands inside of its objects by path (`contact.email`). Blank lines are no rows. A line that is not a JSON object is a problem of
 * that row alone, except for a last line that is cut off: a {@link BrokenFileError}.
 */
export async function* readNdjsonBatches(text: AsyncIterable<string>): AsyncGenerator<RawRow[]> {
  let row = 0
  for await (const { lines, ended } of readLines(text)) {
    const rows: RawRow[] = []
    for (const line of lines) {
      if (line.trim() === '') continue
      row += 1
      const parsed = parse(line)
      if (parsed === undefined && !ended) throw new BrokenFileError(row, 'ends in the middle of it')
      rows.push({
        row,
        ...(parsed ?? { cells: new Map([['line', line]]), problem: 'json-invalid' }),
      })
    }
    yield rows
  }
}

/** The same rows one by one. */
export function readNdjson(text: AsyncIterable<string>): AsyncGenerator<RawRow> {
  return oneByOne(readNdjsonBatches(text))
}

async function* readLines(
  text: AsyncIterable<string>,
): AsyncGenerator<{ lines: readonly string[]; ended: boolean }> {
  let rest = ''
  let read = 0
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield { lines, ended: true }
    read += lines.length
    if (maxRowLength < rest.length) throw new BrokenFileError(read + 1, 'never ends')
  }
  yield { lines: [rest], ended: false }
}

function parse(line: string): Omit<RawRow, 'row'> | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return { cells: new Map([['line', line]]), problem: 'json-not-object' }
  }
  const cells = new Map<string, Cell>()
  for (const [name, inner] of Object.entries(value)) {
    const cell = cellOf(inner)
    if (cell !== undefined) cells.set(name, cell)
    if (typeof inner !== 'object') continue
    // A name that is written so itself is what it says.
    const inside = [...nestedCells(name, inner, cellOf)]
    for (const [path, own] of inside.filter(([path]) => !Object.hasOwn(value, path))) {
      cells.set(path, own)
    }
  }
  return { cells }
}

/** Text, numbers and truth values as text, lists of these as lists; null as nothing. */
function cellOf(value: unknown): Cell | undefined {
  if (value === null) return undefined
  if (!Array.isArray(value)) return scalar(value)
  const cells = value.filter((item) => item !== null).map(scalar)
  const texts = cells.filter((cell): cell is string => typeof cell === 'string')
  const unreadable = cells.find((cell) => typeof cell !== 'string')
  return unreadable === undefined ? texts : { ...unreadable, typed: written(value) }
}

function scalar(value: unknown): string | Exclude<Cell, string | readonly string[]> {
  if (typeof value === 'string') return value.toWellFormed()
  if (typeof value === 'object') return { typed: written(value), reason: 'value-nested' }
  if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
    return { typed: String(value), reason: 'number-imprecise' }
  }
  return String(value)
}

/** What is nested deeper than JSON can be written, which takes a stack, is shown by its beginning alone. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return Array.isArray(value) ? '[[…' : '{…'
  }
}

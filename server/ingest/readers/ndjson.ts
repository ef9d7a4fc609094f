import { oneByOne } from './batches.ts'
import { elementCells } from './list-elements.ts'
import { cellsOf } from './object-cells.ts'
import { BrokenFileError, maxRowLength, type RawRow } from './raw-row.ts'

/**
 * The rows of newline-delimited JSON, one object a line, with what stands inside of its objects by path (`contact.email`); or one for each element of the list at a path. Blank lines are no rows. A line
 * that is not a JSON object is a problem of that row alone, except for a last line that is cut off: a {@link BrokenFileError}.
 */
export async function* readNdjsonBatches(
  text: AsyncIterable<string>,
  each?: string,
): AsyncGenerator<RawRow[]> {
  let before = 0
  for await (const some of readLines(text)) {
    for (const rows of inLots(rowsIn(some, { before, each }))) {
      before = rows.at(-1)?.row ?? before
      yield rows
    }
  }
}

interface Lines {
  readonly lines: readonly string[]
  readonly ended: boolean
}

function* rowsIn(
  { lines, ended }: Lines,
  { before, each }: { readonly before: number; readonly each: string | undefined },
): Generator<RawRow> {
  let row = before
  for (const line of lines) {
    if (line.trim() === '') continue
    const given = rowsOf(line, each)
    if (given === undefined && !ended)
      throw new BrokenFileError(row + 1, 'ends in the middle of it')
    for (const cells of given ?? [noObject(line, 'json-invalid')]) yield { row: ++row, ...cells }
  }
}

/** A single line may give as many rows as a list has room for. */
const rowsAtOnce = 4_096

function* inLots(rows: Iterable<RawRow>): Generator<RawRow[]> {
  let lot: RawRow[] = []
  for (const row of rows) {
    if (lot.push(row) < rowsAtOnce) continue
    yield lot
    lot = []
  }
  yield lot
}

/** The same rows one by one. */
export function readNdjson(text: AsyncIterable<string>, each?: string): AsyncGenerator<RawRow> {
  return oneByOne(readNdjsonBatches(text, each))
}

async function* readLines(text: AsyncIterable<string>): AsyncGenerator<Lines> {
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

type CellsRead = Omit<RawRow, 'row'>

/** What the object of a line gives; undefined where the line is no JSON. */
function rowsOf(line: string, each: string | undefined): Iterable<CellsRead> | undefined {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return undefined
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    return [noObject(line, 'json-not-object')]
  }
  return each === undefined ? [{ cells: cellsOf(value) }] : elementRows(value, each)
}

function* elementRows(value: object, each: string): Generator<CellsRead> {
  for (const cells of elementCells(value, each)) yield { cells }
}

function noObject(line: string, problem: NonNullable<RawRow['problem']>): CellsRead {
  return { cells: new Map([['line', line]]), problem }
}

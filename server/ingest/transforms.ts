import { dayReader } from './day-patterns.ts'
import { type DecimalMark, pointed } from './decimal.ts'
import type { FieldType } from './fields.ts'
import { type Cell, isUnreadable, type UnreadableCell } from './readers/raw-row.ts'

/** What is done to the text of a column on its way to a field, in the order of these lines. */
export interface Transforms {
  readonly split?: string | readonly string[] | undefined
  readonly part?: number | undefined
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly lower?: true | undefined
  readonly upper?: true | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly date?: string | readonly string[] | undefined
  readonly decimal?: DecimalMark | undefined
}

/** What a cell holds where it holds nothing; shared, as most cells of most tables are empty. */
const nothing: readonly string[] = []

/**
 * Reads the values of a cell for a field of the type, trimmed, the empty ones left out; a date that its pattern does not fit, and a number that is not written as stated, stay as typed. Made once for a
 * column and used on every row, so that a column of which nothing is asked costs nothing.
 */
export function transformer(
  steps: Transforms,
  type: FieldType,
): (cell: Cell) => readonly string[] | UnreadableCell {
  const isDay = type === 'date' || steps.date !== undefined
  const reshape = reshaper(
    steps,
    isDay ? dayReader([steps.date ?? []].flat()) : numberReader(steps),
  )
  const piecesOf = splitter(steps)
  const marks = marksOf(steps)
  const isWhole = (cell: string) =>
    marks.length === 0 || (steps.part === undefined && !marks.some((mark) => cell.includes(mark)))
  return (cell) => {
    if (cell === '') return nothing
    if (typeof cell === 'string' && isWhole(cell)) {
      const piece = cell.trim()
      return piece === '' ? nothing : [reshape(piece)]
    }
    if (isUnreadable(cell)) return cell
    const pieces = typeof cell === 'string' ? piecesOf(cell) : cell.flatMap(piecesOf)
    return pieces.filter((piece) => piece !== '').map(reshape)
  }
}

function marksOf({ split = [] }: Transforms): readonly string[] {
  return [split].flat()
}

function splitter(steps: Transforms): (text: string) => string[] {
  const { part } = steps
  const [first, ...others] = marksOf(steps)
  if (first === undefined) return (text) => [text.trim()]
  const asFirst = (text: string) => others.reduce((all, mark) => all.replaceAll(mark, first), text)
  const all = (text: string) =>
    asFirst(text)
      .split(first)
      .map((piece) => piece.trim())
  return part === undefined ? all : (text) => [all(text).at(part) ?? '']
}

function reshaper(
  steps: Transforms,
  readDay: (piece: string) => string = (piece) => piece,
): (piece: string) => string {
  const { map, lower, upper, prefix = '', suffix = '' } = steps
  const asked = [map, lower, upper, steps.prefix, steps.suffix]
  if (asked.every((step) => step === undefined)) return readDay
  return (piece) => {
    const mapped = map !== undefined && Object.hasOwn(map, piece) ? (map[piece] ?? piece) : piece
    const lowered = lower ? mapped.toLowerCase() : mapped
    const whole = `${prefix}${upper ? lowered.toUpperCase() : lowered}${suffix}`
    return readDay(whole)
  }
}

function numberReader({ decimal }: Transforms): ((piece: string) => string) | undefined {
  return decimal === undefined ? undefined : (piece) => pointed(piece, decimal) ?? piece
}

import { datePattern } from './normalise/date-pattern.ts'
import { type Cell, isUnreadable, type UnreadableCell } from './readers/raw-row.ts'

/** What is done to the text of a column on its way to a field, in the order of these lines. */
export interface Transforms {
  readonly split?: string | undefined
  readonly part?: number | undefined
  readonly map?: Readonly<Record<string, string>> | undefined
  readonly lower?: true | undefined
  readonly upper?: true | undefined
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
  readonly date?: string | undefined
}

/** What a cell holds where it holds nothing; shared, as most cells of most tables are empty. */
const nothing: readonly string[] = []

/**
 * Reads the values of a cell, trimmed, the empty ones left out; a date that its pattern does not fit stays as typed. Made once for a
 * column and used on every row, so that a column of which nothing is asked costs nothing.
 */
export function transformer(steps: Transforms): (cell: Cell) => readonly string[] | UnreadableCell {
  const reshape = reshaper(steps)
  const piecesOf = splitter(steps)
  const isWhole = (cell: string) =>
    steps.split === undefined || (steps.part === undefined && !cell.includes(steps.split))
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

function splitter({ split, part }: Transforms): (text: string) => string[] {
  if (split === undefined) return (text) => [text.trim()]
  const all = (text: string) => text.split(split).map((piece) => piece.trim())
  return part === undefined ? all : (text) => [all(text).at(part) ?? '']
}

function reshaper(steps: Transforms): (piece: string) => string {
  const { map, lower, upper, prefix = '', suffix = '', date } = steps
  const asked = [map, lower, upper, steps.prefix, steps.suffix, date]
  if (asked.every((step) => step === undefined)) return (piece) => piece
  const readDate = date === undefined ? undefined : datePattern(date)
  return (piece) => {
    const mapped = map !== undefined && Object.hasOwn(map, piece) ? (map[piece] ?? piece) : piece
    const lowered = lower ? mapped.toLowerCase() : mapped
    const whole = `${prefix}${upper ? lowered.toUpperCase() : lowered}${suffix}`
    return readDate?.(whole) ?? whole
  }
}

import { growingIntegers } from './growing.ts'
import { textBlocks } from './text-blocks.ts'

/** Rows of things: a few texts that many share, JSON that is each one's own, and the numbers of the records that say it. */
export interface PackedRows<Rest> {
  /** The text in a column of the row at a place. */
  text(place: number, column: number): string | undefined
  /** Equal to what was added, and nobody's to change. */
  rest(place: number): Rest
  said(place: number): number[]
}

/** Adds rows; whoever reads them need not keep it. */
export interface RowPacker<Rest> {
  readonly rows: PackedRows<Rest>
  /** The place of the row, counted from 0. All rows have as many texts. */
  add(texts: readonly (string | undefined)[], rest: Rest, said: readonly number[]): number
}

/** One text for equal ones, and a number for it: its place in the list. */
export interface SharedTexts {
  readonly list: readonly string[]
  codeOf(text: string): number
}

export function sharedTexts(): SharedTexts {
  const list: string[] = []
  const codes = new Map<string, number>()
  const codeOf = (text: string) => {
    const known = codes.get(text)
    if (known !== undefined) return known
    codes.set(text, list.length)
    return list.push(text) - 1
  }
  return { list, codeOf }
}

export function rowPacker<Rest>(width: number, { list, codeOf }: SharedTexts): RowPacker<Rest> {
  const columns = emptyColumns()
  const { codes, said, ends, rests } = columns
  return {
    rows: rowsIn(columns, width, list),
    add(own, ownRest, ownSaid) {
      for (const text of own) codes.push(text === undefined ? unknown : codeOf(text))
      for (const record of ownSaid) said.push(record)
      ends.push(said.length)
      return rests.add(JSON.stringify(ownRest))
    },
  }
}

/** The code of what is not known. */
const unknown = -1

function emptyColumns() {
  return {
    codes: growingIntegers(),
    said: growingIntegers(),
    ends: growingIntegers(),
    rests: textBlocks(),
  }
}

/** A function of its own, as what reads rows would else keep what they are added by: the numbers of all texts take as much as half of the texts. */
function rowsIn<Rest>(
  { codes, said, ends, rests }: ReturnType<typeof emptyColumns>,
  width: number,
  texts: readonly string[],
): PackedRows<Rest> {
  // Whoever asks for one part of a thing asks for the next of the same.
  let last = unknown
  let rest: Rest
  return {
    text: (place, column) => texts[codes.at(place * width + column)],
    rest(place) {
      if (place !== last) {
        rest = JSON.parse(rests.textAt(place)) as Rest
        last = place
      }
      return rest
    },
    said(place) {
      const start = place === 0 ? 0 : ends.at(place - 1)
      const own: number[] = []
      for (let at = start; at < ends.at(place); at++) own.push(said.at(at))
      return own
    },
  }
}

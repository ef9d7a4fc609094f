import { growingIntegers } from './growing.ts'
import { type PartColumn, partColumn } from './part-column.ts'

/** Rows of things: a few texts that many share, parts that may be each one's own, and the numbers of the records that say it. */
export interface PackedRows<Parts extends readonly unknown[]> {
  /** The text in a column of the row at a place. */
  text(place: number, column: number): string | undefined
  /** Equal to what was added, and nobody's to change. */
  part<K extends keyof Parts & number>(place: number, column: K): Parts[K]
  said(place: number): number[]
}

/** Adds rows; whoever reads them need not keep it. */
export interface RowPacker<Parts extends readonly unknown[]> {
  readonly rows: PackedRows<Parts>
  /** The place of the row, counted from 0. All rows have as many texts and parts. */
  add(texts: readonly (string | undefined)[], parts: Parts, said: readonly number[]): number
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

/** Of rows with `width` texts and `parts` parts. */
export function rowPacker<Parts extends readonly unknown[]>(
  { width, parts }: { readonly width: number; readonly parts: Parts['length'] },
  { list, codeOf }: SharedTexts,
): RowPacker<Parts> {
  const columns = emptyColumns(parts)
  const { codes, said, ends, rests } = columns
  return {
    rows: rowsIn(columns, width, list),
    add(own, ownParts, ownSaid) {
      for (const text of own) codes.push(text === undefined ? unknown : codeOf(text))
      for (const record of ownSaid) said.push(record)
      for (const [column, rest] of rests.entries()) rest.add(ownParts[column])
      ends.push(said.length)
      return ends.length - 1
    },
  }
}

/** The code of what is not known. */
const unknown = -1

function emptyColumns(parts: number) {
  const rests: readonly PartColumn<unknown>[] = Array.from({ length: parts }, () => partColumn())
  return { codes: growingIntegers(), said: growingIntegers(), ends: growingIntegers(), rests }
}

/** A function of its own, as what reads rows would else keep what they are added by: the numbers of all texts take as much as half of the texts. */
function rowsIn<Parts extends readonly unknown[]>(
  { codes, said, ends, rests }: ReturnType<typeof emptyColumns>,
  width: number,
  texts: readonly string[],
): PackedRows<Parts> {
  return {
    text: (place, column) => texts[codes.at(place * width + column)],
    part: <K extends keyof Parts & number>(place: number, column: K) =>
      rests[column]?.at(place) as Parts[K],
    said(place) {
      const start = place === 0 ? 0 : ends.at(place - 1)
      const own: number[] = []
      for (let at = start; at < ends.at(place); at++) own.push(said.at(at))
      return own
    },
  }
}

import { growingIntegers } from './growing.ts'
import { textBlocks } from './text-blocks.ts'

/** Rows of things: a few texts that many share, JSON that is each one's own, and the numbers of the records that say it. */
export interface PackedRows<Rest> {
  /** The place of the row, counted from 0. All rows have as many texts. */
  add(texts: readonly (string | undefined)[], rest: Rest, said: readonly number[]): number
  /** The text in a column of the row at a place. */
  text(place: number, column: number): string | undefined
  /** Equal to what was added, and nobody's to change. */
  rest(place: number): Rest
  said(place: number): number[]
}

/** One text for equal ones, and a number for it. */
export interface SharedTexts {
  codeOf(text: string): number
  textOf(code: number): string | undefined
}

export function sharedTexts(): SharedTexts {
  const texts: string[] = []
  const codes = new Map<string, number>()
  return {
    codeOf(text) {
      const known = codes.get(text)
      if (known !== undefined) return known
      codes.set(text, texts.length)
      return texts.push(text) - 1
    },
    textOf: (code) => texts[code],
  }
}

/** The code of what is not known. */
const unknown = -1

export function packedRows<Rest>(width: number, texts: SharedTexts): PackedRows<Rest> {
  const codes = growingIntegers()
  const [said, ends] = [growingIntegers(), growingIntegers()]
  const rests = textBlocks()
  // Whoever asks for one part of a thing asks for the next of the same.
  let last = unknown
  let rest: Rest
  return {
    add(own, ownRest, ownSaid) {
      for (const text of own) codes.push(text === undefined ? unknown : texts.codeOf(text))
      for (const record of ownSaid) said.push(record)
      ends.push(said.length)
      return rests.add(JSON.stringify(ownRest))
    },
    text: (place, column) => texts.textOf(codes.at(place * width + column)),
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

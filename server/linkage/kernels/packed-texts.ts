import { largeIntegers } from '../../domain/columns/large-arrays.ts'

/**
 * Texts as numbers of a dense alphabet, so that a table by character stays small whatever the script. Characters are UTF-16 units: a
 * surrogate pair counts as two, as in the language's own `length`.
 */
export interface PackedTexts {
  /** Characters of text t: units[starts[t]] … units[starts[t + 1] − 1]. */
  readonly starts: Int32Array
  readonly units: Uint16Array
  /** How many distinct characters there are; every unit is below it. */
  readonly alphabet: number
  /** By text, a bit for each of its characters, modulo 32. */
  readonly letters: Int32Array
}

/** The longest text that a 32-bit word can hold one bit a character of. */
export const wordLength = 32

const allUnits = 65_536

/** Packs the texts; characters are numbered in order of first appearance. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const starts = largeIntegers(texts.length + 1)
  for (let text = 0; text < texts.length; text++)
    starts[text + 1] = (starts[text] as number) + (texts[text] as string).length
  const units = new Uint16Array(starts[texts.length] as number)
  const number = largeIntegers(allUnits).fill(-1)
  const letters = largeIntegers(texts.length)
  let alphabet = 0
  let at = 0
  for (const [place, text] of texts.entries()) {
    let mask = 0
    for (let k = 0; k < text.length; k++) {
      const unit = text.charCodeAt(k)
      if ((number[unit] as number) < 0) number[unit] = alphabet++
      mask |= 1 << (number[unit] as number)
      units[at++] = number[unit] as number
    }
    letters[place] = mask
  }
  return { starts, units, alphabet, letters }
}

/** How many bits of a word are set. */
export function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

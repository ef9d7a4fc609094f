import { streetTypes, streetWords, unitWords } from './street-words.ts'

/** The number of a house with the name of its street, as far as an address tells them. */
export interface House {
  readonly number: string
  /** The first word of the street's name that is not written or left out at will, or the last one where the number stands behind it. */
  readonly street: string | undefined
}

/**
 * The house of an address in its normal form, wherever its number stands: `23 w elm st` and `ul dluga 23` name streets, and what follows in `musterstrasse 5 10115 berlin`, `ul lenina d 5 kv 12`
 * or `12 rue de la paix` does not. Undefined without a number of a house, also where it is written together with what stands before it (道玄坂1-2-3).
 */
export function houseOf(address: string): House | undefined {
  const words = address.split(' ')
  const at = placeOfNumber(words)
  const house = words[at]
  if (house === undefined) return undefined
  const [before, after] = [words.slice(0, at), words.slice(at + 1)]
  const street = isBehindStreet(before, after) ? before.findLast(isName) : undefined
  return street === undefined
    ? { number: house.replace(/-.*/u, ''), street: after.find(isFirstWord) }
    : { number: house, street }
}

/** Digits with a letter, and what follows a dash or a stroke; none begins with 0, as postcodes do. */
const houseNumber = /^[1-9]\d{0,4}\p{L}?(?:[-/]\d+\p{L}?)*$/u
/** Postcodes have five digits or more; few houses have as many, and none more. */
const longNumber = /^\d{5}$/

function placeOfNumber(words: readonly string[]): number {
  const places = Array.from(words, (_, at) => at).filter((at) => isHouseNumber(words, at))
  return places.find((at) => !isPostcode(words, at)) ?? places[0] ?? -1
}

function isHouseNumber(words: readonly string[], at: number): boolean {
  return houseNumber.test(words[at] ?? '') && !unitWords.has(words[at - 1] ?? '')
}

/** A long number at the beginning is that of a house where a street follows it, as in `10500 s hwy 41`. */
function isPostcode(words: readonly string[], at: number): boolean {
  return longNumber.test(words[at] ?? '') && !(at === 0 && namesStreet(words.slice(1)))
}

/** Whether the number stands behind its street: something is named before it, and no street after it alone. */
function isBehindStreet(before: readonly string[], after: readonly string[]): boolean {
  if (!before.some(isName)) return false
  return before.some((word) => streetWords.has(word)) || !namesStreet(after)
}

/** Whether a direction follows, or a word for a street before the next number. */
function namesStreet(words: readonly string[]): boolean {
  const end = words.findIndex((word) => houseNumber.test(word))
  const own = words.slice(0, end < 0 ? words.length : end)
  return /^[nsew]{1,2}$/.test(own[0] ?? '') || own.some((word) => streetTypes.has(word))
}

/** A word of a street's name that stands before the number: no initial, no number of a king. */
function isName(word: string): boolean {
  return !number.test(word) && !streetWords.has(word) && !notOneName.test(word)
}

const number = /^\d+(?:[-/]\d+)*$/u
const notOneName = /^(?:[ivx]+|\p{Script=Latin}|\p{Script=Cyrillic})$/u

/** The word of a street's name behind the number: a number itself only before a word for a street, as in `112 e 51 st`. */
function isFirstWord(word: string, at: number, after: readonly string[]): boolean {
  if (number.test(word)) return isStreetNumber.test(after[at + 1] ?? '')
  return !streetWords.has(word)
}

const isStreetNumber = /^(?:st|nd|rd|th|ave|blvd|pl|ct|ter)$/u

import { apostrophes } from '../../domain/letters.ts'
import { foldCase, plainText } from '../../domain/plain-text.ts'
import { simplified } from '../../domain/simplified.ts'
import { shortLots } from './lot-numbers.ts'
import type { Normal } from './normal.ts'
import { inFullRegion } from './regions/leading-region.ts'
import { saysNothing } from './says-nothing.ts'
import { shortForm } from './street-words.ts'

/** Its canonical form, with the GB/T 2260 code of the smallest region of China that it names. */
export type NormalAddress = Normal & { readonly region?: string }

/**
 * The form in which two addresses are one: `23 W. Elm St.` and `23 West Elm Street` give `23 w elm st`. Case, accents,
 * punctuation, spacing and traditional characters do not count, words of streets are abbreviated (street-words.ts), `No.` and `#` before a number are left out, and the unit is kept. Chinese is left whole,
 * without spaces, with the regions that it begins with called in full (see regions/leading-region.ts).
 */
export function normaliseAddress(typed: string): NormalAddress {
  if (saysNothing(typed)) return { reason: 'nothing-said' }
  const text = shortLots(simplified(plainText(typed)))
  if (isChinese.test(text)) return ofChinese(text)
  const folded = foldCase(text.replaceAll(apostrophes, ''))
  const words = wordsOf(folded).split(/ +/u).map(shortForm)
  const value = withoutNumberSigns(words).join(' ').replaceAll(besideHan, '')
  return located(value)
}

function located(value: string): NormalAddress {
  if (value === '' || saysNothing(value)) return { reason: 'nothing-said' }
  const { address, region } = inFullRegion(value)
  return region === undefined ? { value: address } : { value: address, region }
}

/** Common Chinese characters and digits, with commas, full stops and spaces between them: no word of English, so that only spaces have to go. */
const isChinese = /^[0-9 ,.\u4e00-\u9fff]*$/

function ofChinese(text: string): NormalAddress {
  const value = text.replaceAll(betweenWords, (gap, at: number) => {
    const isBetweenDigits = isDigitAt(text, at - 1) && isDigitAt(text, at + gap.length)
    return isBetweenDigits ? ' ' : ''
  })
  return located(value)
}

const betweenWords = /[ ,.]+/g

function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return 0x30 <= unit && unit <= 0x39
}

const besideHan = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu

/** The words between single spaces. What only letters, digits, commas and full stops make up needs nothing looked around. */
function wordsOf(folded: string): string {
  if (/^[a-z0-9 ,.\u4e00-\u9fff]*$/.test(folded)) return folded.replaceAll(/[ ,.]+/g, ' ').trim()
  return folded
    .replaceAll(/[#№]/gu, ' no ')
    .replaceAll('&', ' and ')
    .replaceAll(/(?<=\p{N})\s*[\p{Pd}ー]\s*(?=\p{N})/gu, '-')
    .replaceAll(/(?<!\p{N})-|-(?!\p{N})/gu, ' ')
    .replaceAll(/(?<![\p{L}\p{N}])\/|\/(?![\p{L}\p{N}])/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}\p{M}/-]+/gu, ' ')
    .trim()
}

/** Leaves `no` out before a number, so that `No. 4 Mill Road`, `#4 Mill Road` and `4 Mill Road` agree. */
function withoutNumberSigns(words: readonly string[]): string[] {
  const kept: string[] = []
  for (const word of words.toReversed()) {
    const numbered = /^\p{N}/u.test(kept.at(-1) ?? '')
    if (word !== 'no' || !numbered) kept.push(word)
  }
  return kept.toReversed()
}

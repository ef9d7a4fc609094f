import { apostrophes } from '../domain/letters.ts'
import { foldCase, plainText } from '../domain/plain-text.ts'
import { simplified } from '../domain/simplified.ts'
import { inChineseForms } from './japanese-forms.ts'

/** Text as it compares: width, case, accents, punctuation, traditional and Japanese characters gone, words separated by one space. Marks stay with letters that they make others. */
export function foldText(text: string): string {
  if (plain.test(text))
    return text.toLowerCase().replace(dropped, '').replace(plainGaps, ' ').trim()
  if (asFolded.test(text)) return inChineseForms(simplified(text))
  const folded = foldCase(plainText(text).replace(apostrophes, '').replace(/\?/g, ''))
    .replace(betweenWords, ' ')
    .trim()
  return inChineseForms(simplified(folded))
}

const betweenWords = /[^\p{L}\p{N}\p{M}]+/gu

/** Most text is ASCII, of which folding changes less; five times faster. */
const plain = /^[\x20-\x7e]*$/
/** Chinese as most of it is written: nothing of it changes but traditional and Japanese characters. */
const asFolded = /^[\u4e00-\u9fff0-9a-z]*$/
const dropped = /['`?]/g
const plainGaps = /[^a-z0-9]+/g

/** The distinct words of a text, sorted; a run of Chinese characters gives its neighbouring pairs, as it has no spaces. */
export function wordsOf(text: string): string[] {
  const folded = foldText(text)
  const words = plain.test(folded) ? folded.split(' ') : wordsWithHan(folded)
  return [...new Set(words)].filter((word) => word !== '').toSorted()
}

function wordsWithHan(folded: string): string[] {
  return folded
    .split(/ |(?<=\p{Script=Han})(?!\p{Script=Han})|(?<!\p{Script=Han})(?=\p{Script=Han})/u)
    .flatMap((word) => (/^\p{Script=Han}{3,}$/u.test(word) ? pairsOf(word) : [word]))
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The text and every text that lacks one of its characters: two texts one edit apart have one of these in common. */
export function withOneLeftOut(text: string): string[] {
  const shorter = new Set([text])
  let from = 0
  for (const { length } of text) {
    shorter.add(text.slice(0, from) + text.slice(from + length))
    from += length
  }
  return [...shorter]
}

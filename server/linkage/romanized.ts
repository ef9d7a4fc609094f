import { pinyin } from 'pinyin-pro'

import { foldText } from './fold-text.ts'
import { inLatinLetters } from './other-scripts.ts'

/** Family names of two characters that are still common; all others have one. */
const twoCharacters = /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木)/u

/**
 * A personal name as it sounds, in Latin letters: `王秀英`, `WANG Xiuying` and `Xiu Ying Wang` have a form in common, so do `Алексей Щербаков` and `Shcherbakov Alexey`, as far as passports write them so, and `Müller` and
 * `Mueller`. One form as a rule; more where a letter has several, or a Latin name has three words or more and nobody says at which end the family name stands.
 */
export function soundsOf(name: string): string[] {
  const folded = foldName(name)
  if (/^\p{Script=Han}{2,4}$/u.test(folded)) {
    const family = twoCharacters.test(folded) ? 2 : 1
    return [inOrder(latin(folded.slice(0, family), true), latin(folded.slice(family), false))]
  }
  const other = [...inLatinLetters(folded), foldName(withDigraphs(name))]
  return [...new Set([folded, ...other].flatMap(orders))]
}

/** A personal name, folded; names of scripts without spaces have none, however their parts were set apart: `田中　太郎` is `田中太郎`. */
export function foldName(name: string): string {
  const folded = foldText(name)
  return unspaced.test(folded) ? folded.replaceAll(' ', '') : folded
}

const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々 ]+$/u

/** Names as they are written where there are no such letters; folding alone leaves an `o` of `ö`. */
function withDigraphs(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[äöüøå]/giu, (letter) => digraphs[letter.toLowerCase()] ?? letter)
}

const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

/** With its words in every order that says as much. */
function orders(folded: string): string[] {
  const words = folded.split(' ')
  if (words.length < 3) return folded === '' ? [] : [words.toSorted().join(' ')]
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return [inOrder(first, words.slice(1).join('')), inOrder(last, words.slice(0, -1).join(''))]
}

/** Text of any kind with its Chinese characters as they sound. */
export function latin(text: string, isFamilyName = false): string {
  return text.replaceAll(/\p{Script=Han}/gu, (character) => readingOf(character, isFamilyName))
}

function inOrder(one: string, other: string): string {
  return [one, other].toSorted().join(' ')
}

/** A name is read by its characters, of which a store has a few thousand: looking each up once is fifty times as fast. */
const readings = new Map<string, string>()

function readingOf(character: string, isFamilyName: boolean): string {
  const asked = isFamilyName ? `${character}+` : character
  const known = readings.get(asked)
  if (known !== undefined) return known
  const mode = isFamilyName ? 'surname' : 'normal'
  const reading = foldText(pinyin(character, { toneType: 'none', mode }))
  readings.set(asked, reading)
  return reading
}

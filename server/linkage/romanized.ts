import { pinyin } from 'pinyin-pro'

import { foldText } from './fold-text.ts'

/** Family names of two characters that are still common; all others have one. */
const twoCharacters = /^(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木)/u

/**
 * A personal name as it sounds, in Latin letters: `王秀英`, `WANG Xiuying` and `Xiu Ying Wang` have a form in common. One form, or two where a
 * Latin name has three words or more and nobody says at which end the family name stands.
 */
export function soundsOf(name: string): string[] {
  const folded = foldText(name)
  if (/^\p{Script=Han}{2,4}$/u.test(folded)) {
    const family = twoCharacters.test(folded) ? 2 : 1
    return [inOrder(latin(folded.slice(0, family), true), latin(folded.slice(family), false))]
  }
  const words = folded.split(' ')
  if (words.length < 3) return folded === '' ? [] : [words.toSorted().join(' ')]
  const [first = '', last = ''] = [words[0], words.at(-1)]
  return [
    ...new Set([
      inOrder(first, words.slice(1).join('')),
      inOrder(last, words.slice(0, -1).join('')),
    ]),
  ]
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

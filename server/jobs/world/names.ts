import type { Dice } from './dice.ts'
import {
  characters,
  givens,
  latinFirsts,
  latinLasts,
  surnames,
  syllables,
  type Trade,
} from './words.ts'

const readings = new Map([...givens, ...surnames])

/** Share of people who write their name in Latin letters. */
const latinShare = 0.2

/** A person. Common family names come up as often as they are common: the first of a hundred names one in ten. */
export function personName(dice: Dice): string {
  return dice.chance(latinShare)
    ? `${dice.pick(latinFirsts)} ${dice.pick(latinLasts)}`
    : `${surname(dice)}${givenName(dice)}`
}

/** Another member of the family of someone so named. */
export function relativeOf(name: string, dice: Dice): string {
  const [, family] = name.split(' ')
  return family === undefined
    ? `${name.slice(0, 1)}${givenName(dice)}`
    : `${dice.pick(latinFirsts)} ${family}`
}

/** A Chinese name as it is written in Latin letters, `Wang Xiuying`; a Latin one stays. */
export function romanized(name: string): string {
  const [first = '', ...rest] = [...name].map((character) => readings.get(character) ?? '')
  return first === '' ? name : `${capital(first)} ${capital(rest.join(''))}`
}

/** A company's name with its trade and legal form. */
export function companyName(dice: Dice, [, zh, en]: Trade): string {
  return dice.chance(0.6)
    ? `${coined(dice)}${zh}${dice.pick(['有限公司', '贸易有限公司', '商行', '经营部'])}`
    : `${latinWord(dice)} ${en} ${dice.pick(['Co., Ltd.', 'Trading Ltd.', 'International', 'Group'])}`
}

export function shopName(dice: Dice, [, zh, en]: Trade): string {
  const style = dice.real()
  if (style < 0.4) return `${coined(dice)}${zh}${dice.pick(['', '', '店', '旗舰店', '专营店'])}`
  if (style < 0.7) return `${coined(dice)}${zh} ${latinWord(dice)} ${en}`
  return `${latinWord(dice)} ${en}`
}

/** A word of two or three syllables, capital first. */
export function latinWord(dice: Dice): string {
  const word = `${dice.pick(syllables)}${dice.pick(syllables)}`
  return capital(dice.chance(0.5) ? `${word}${dice.pick(syllables)}` : word)
}

/** A Chinese word of two or three characters that nobody need have used before. */
export function coined(dice: Dice): string {
  const word = `${dice.pick(characters)}${dice.pick(characters)}`
  return dice.chance(0.5) ? `${word}${dice.pick(characters)}` : word
}

function surname(dice: Dice): string {
  return surnames[Math.floor(surnames.length * dice.real() ** 2)]?.[0] ?? '王'
}

function givenName(dice: Dice): string {
  const one = dice.pick(givens)[0]
  return dice.chance(0.75) ? `${one}${dice.pick(givens)[0]}` : one
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}

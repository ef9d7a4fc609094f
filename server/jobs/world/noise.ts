import type { Dice } from './dice.ts'
import { romanized } from './names.ts'
import { characters } from './words.ts'

/** How often what is written down is not what is meant, or not all of it; assumptions. */
const rates = {
  typo: 0.03,
  romanized: 0.04,
  maskedPhone: 0.08,
  maskedEmail: 0.04,
  maskedAccount: 0.05,
  wrongNumber: 0.004,
}

/** A person's name as a record has it: now and then in Latin letters, or mistyped. */
export function typedName(name: string, dice: Dice): string {
  return mistyped(dice.chance(rates.romanized) ? romanized(name) : name, dice)
}

/** Text in which, rarely, one letter is another or two letters have changed places. */
export function mistyped(text: string, dice: Dice): string {
  if (!dice.chance(rates.typo) || text.length < 3) return text
  const at = 1 + dice.int(text.length - 2)
  const [one = '', other = ''] = [text[at], text[at + 1]]
  const swapped = /^[a-z]{2}$/i.test(one + other) ? other + one : dice.pick(characters) + other
  return /[\d\s]/.test(one + other) ? text : text.slice(0, at) + swapped + text.slice(at + 2)
}

/** An identity number; rarely with two digits changed about, so that it does not check. */
export function typedNumber(number: string, dice: Dice): string {
  if (!dice.chance(rates.wrongNumber)) return number
  const at = number.length - 1
  return `${number.slice(0, at)}${number[at] === '5' ? '9' : '5'}`
}

const phoneForms: readonly ((digits: string) => string)[] = [
  (digits) => digits,
  (digits) => digits,
  (digits) => `+86 ${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`,
  (digits) => `86-${digits}`,
  (digits) => `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`,
  (digits) => `${digits.slice(0, 3)}****${digits.slice(7)}`,
]

/** A telephone number as people write it; one in twelve with its middle masked. */
export function typedPhone(digits: string, dice: Dice): string {
  const masked = phoneForms.length - 1
  const form = phoneForms[dice.chance(rates.maskedPhone) ? masked : dice.int(masked)]
  return form?.(digits) ?? digits
}

export function typedEmail(email: string, dice: Dice): string {
  if (!dice.chance(rates.maskedEmail)) return dice.chance(0.1) ? capitals(email) : email
  const [box = '', host = ''] = email.split('@')
  return `${box.slice(0, 2)}***@${host}`
}

export function typedAccount(account: string, dice: Dice): string {
  if (!dice.chance(rates.maskedAccount)) return account
  return `${account.slice(0, 4)}${'*'.repeat(account.length - 8)}${account.slice(-4)}`
}

/** An address with or without its city, and with the spacing of whoever typed it. */
export function typedAddress(address: string, dice: Dice): string {
  const how = dice.real()
  if (how < 0.08) return address.replace(/^[^市]+市/u, '').replace(/, [A-Z][a-z]+$/, '')
  if (how < 0.16) return address.replace(/(\d+)号/u, ' $1 号')
  return how < 0.2 ? address.toUpperCase() : mistyped(address, dice)
}

function capitals(email: string): string {
  return `${email.slice(0, 1).toUpperCase()}${email.slice(1)}`
}

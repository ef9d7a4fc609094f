/** A digit of any script as one of ASCII: `०९٣๓` gives `0933`. */
export function plainDigits(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, digitOf)
}

/**
 * The same of a day, where its year is one of our time: whoever writes other digits may count years from elsewhere, as ๒๕๖๙ and ۱۴۰۵ do, and such a day stays as typed.
 */
export function plainDay(text: string): string {
  const plain = plainDigits(text)
  return /(?<!\d)(?:19|20)\d{2}/u.test(plain) ? plain : text
}

const digits = new Map<string, string>()

/** Unicode keeps the ten digits of a script side by side (The Unicode Standard, section 4.6), so that the value of one is told by how many stand before it. */
function digitOf(character: string): string {
  const known = digits.get(character)
  if (known !== undefined) return known
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  const digit = String((code - zero) % 10)
  digits.set(character, digit)
  return digit
}

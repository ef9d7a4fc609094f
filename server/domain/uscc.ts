/** The 31 characters of the code: digits and capitals without I, O, S, V and Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const shape = new RegExp(`^[${alphabet}]{2}\\d{6}[${alphabet}]{10}$`)

/** True for 18 characters that could be a unified social credit code, whatever its check character. */
export function looksLikeUscc(code: string): boolean {
  return shape.test(code)
}

/**
 * Whether the check character of a unified social credit code is right (GB 32100-2015, annex A): the sum of the 17 values times
 * 3^i mod 31, taken from 31; a remainder of 0 gives the character `0`.
 */
export function usccChecks(code: string): boolean {
  if (!looksLikeUscc(code)) return false
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += weight * alphabet.indexOf(character)
    weight = (weight * 3) % 31
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

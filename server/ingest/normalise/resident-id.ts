import { isDay } from './date.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** True for 18 characters that could be a resident identity number, whatever its check character. */
export function looksLikeResidentId(number: string): boolean {
  return /^[1-9]\d{16}[\dX]$/.test(number)
}

/** Whether the check character of a resident identity number is right (GB 11643-1999, ISO 7064 MOD 11-2). */
export function residentIdChecks(number: string): boolean {
  if (!looksLikeResidentId(number)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return checkCharacters[sum % 11] === number[17]
}

/** Whether the date of birth inside the number exists. */
export function residentIdHasBirthDate(number: string): boolean {
  return isDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
}

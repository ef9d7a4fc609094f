import { apostrophes } from '../../domain/letters.ts'
import { foldCase, isCommonChinese, plainText } from '../../domain/plain-text.ts'
import { simplified } from '../../domain/simplified.ts'

/**
 * The form in which two names of persons, companies or factories are one: case, accents, punctuation, spacing and traditional characters do not
 * count, and Chinese names have no spaces at all. What a suffix such as `Ltd` is worth is left to linkage.
 */
export function normaliseName(typed: string): string {
  if (isNormal(typed)) return simplified(typed)
  return simplified(foldCase(plainText(typed).replaceAll(apostrophes, '')))
    .replaceAll(/&/gu, ' and ')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

/** Small letters and digits of ASCII and common Chinese characters alone, as Chinese names are. */
function isNormal(typed: string): boolean {
  for (let at = 0; at < typed.length; at += 1) {
    const unit = typed.charCodeAt(at)
    const isSmall = 0x61 <= unit && unit <= 0x7a
    const isDigit = 0x30 <= unit && unit <= 0x39
    if (!isSmall && !isDigit && !isCommonChinese(unit)) return false
  }
  return true
}

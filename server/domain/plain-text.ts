import { plainLetters } from './letters.ts'
import { plainDigits } from './plain-digits.ts'

/**
 * Full-width forms, ligatures, compatibility characters and digits of other scripts as their plain ones; nothing that is invisible. An acute accent that stands alone is typed for an apostrophe, a
 * sign for minus for a dash, and Unicode has neither for the other.
 */
export function plainText(typed: string): string {
  if (isPlain(typed)) return typed.trim()
  return plainDigits(
    typed.replaceAll('´', "'").replaceAll('−', '-').replaceAll(invisible, '').normalize('NFKC'),
  ).trim()
}

/** Format characters, variation selectors, and letters that only fill a place and that anyone may choose for a name that shows nothing. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** Lower case, letters as they are written without accents (see letters.ts): `Químicas` and `quimicas` agree, `IŞIK` and `Işık`, and `が` and `か` do not. */
export function foldCase(text: string): string {
  return isPlain(text) ? text.toLowerCase() : plainLetters(text.toLowerCase())
}

/** ASCII and the common Chinese characters, as most cells are: no normal form of Unicode changes them, and none is a format character. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (0x7f < unit && !isCommonChinese(unit)) return false
  }
  return true
}

/** Of the block of unified ideographs, which all are of Chinese script. Looking at each unit takes a quarter of what a pattern does. */
export function isCommonChinese(unit: number): boolean {
  return 0x4e00 <= unit && unit <= 0x9fff
}

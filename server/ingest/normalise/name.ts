import { foldCase, plainText } from './text.ts'

/**
 * The form in which two names of persons, companies or factories are one: case, accents, punctuation and spacing do not count,
 * and Chinese names have no spaces at all. What a suffix such as `Ltd` is worth is left to linkage.
 */
export function normaliseName(typed: string): string {
  if (/^[\u4e00-\u9fff0-9a-z]+$/i.test(typed)) return typed.toLowerCase()
  return foldCase(plainText(typed))
    .replaceAll(/['’`]/gu, '')
    .replaceAll(/&/gu, ' and ')
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim()
}

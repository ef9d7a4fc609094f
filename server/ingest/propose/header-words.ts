import type { HeaderWords } from '../readers/header-place.ts'
import { isSchemeName } from './account-schemes.ts'
import { fieldsWithWord, headerWord } from './field-words.ts'
import { beforeFiller } from './filler-words.ts'
import { formsOf } from './header-forms.ts'
import { isBeside } from './header-parts.ts'
import { sitesOf } from './platform-names.ts'
import { isValueWord } from './value-words.ts'
import { namesSomebody } from './whose-words.ts'

/** What headers are known to say, for whoever looks for the header of a table. */
export const headerWords: HeaderWords = {
  isColumn: (text) =>
    formsOf(text).some((word) => isTelling(word) && 0 < fieldsWithWord(word).length) &&
    !isCalledSo(text),
  isSame(one, other) {
    if (headerWord(one) === headerWord(other)) return false
    const fields = formsOf(one).flatMap(fieldsWithWord)
    return formsOf(other)
      .flatMap(fieldsWithWord)
      .some((field) => fields.includes(field))
  },
  isGroup: (text) =>
    formsOf(text).some((word) => {
      const whom = beforeFiller(word)
      return whom !== word || isBeside(word) || namesSomebody(word)
    }),
}

/** A letter or two are fields of some rows, and anything in others. */
function isTelling(word: string): boolean {
  return 2 < word.length || /^\p{Script=Han}{2}/u.test(word)
}

/** Whether values are called so: a column of platforms holds 微信, and a header may be 微信. */
function isCalledSo(text: string): boolean {
  const word = headerWord(text)
  return isValueWord(word) || isSchemeName(word) || word in sitesOf([word])
}

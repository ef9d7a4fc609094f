import { headerWord } from './field-words.ts'

/**
 * The words that a header may stand for: all of it, and without what is only beside its name. `2. 身份证号(18位)` and `*身份证号` are one word, and `店铺名称/Shop name` says one thing in two
 * languages.
 */
export function formsOf(header: string): readonly string[] {
  const plain = header
    .normalize('NFKC')
    .replaceAll(/['’]s\b/giu, '')
    .trim()
  const bare = plain
    .replace(/^[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）]?[.、．\s]\s*/u, '')
    .replaceAll(/\([^()]*\)|\[[^[\]]*\]/gu, ' ')
  const texts = [plain, bare, ...inOneScript(plain), ...inOneScript(bare)]
  return [...new Set(texts.map(headerWord))].filter((word) => word !== '')
}

/** A header in Chinese and another language, each alone. */
function inOneScript(text: string): readonly string[] {
  const chinese = text.replaceAll(/[^\p{Script=Han}\p{N}]+/gu, ' ').trim()
  const other = text.replaceAll(/\p{Script=Han}+/gu, ' ').trim()
  // A letter or two belong to the Chinese word: QQ号.
  return /\p{Script=Han}{2}/u.test(chinese) && /[\p{L}]{4}/u.test(other) ? [chinese, other] : []
}

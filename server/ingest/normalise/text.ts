/** Words that people type where nothing is known; an empty cell means the same and is the way to say it. */
const sayingNothing = new Set(
  'n/a none null nil unknown unspecified tbd - -- . ? 无 暂无 不详 未知 没有 空'.split(' '),
)

/** Full-width forms, ligatures and compatibility characters as their plain ones; no invisible format characters. */
export function plainText(typed: string): string {
  if (isAscii(typed)) return typed.trim()
  return typed
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
}

/** Text for display: as typed, on one line. */
export function oneLine(typed: string): string {
  return typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Lower case, Latin letters without their accents: `Químicas` and `quimicas` agree, `が` and `か` do not. */
export function foldCase(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
}

/** True for a cell such as `N/A` or `无`, which would make strangers agree on knowing nothing. */
export function saysNothing(typed: string): boolean {
  return sayingNothing.has(plainText(typed).toLowerCase())
}

/** Most cells are, and nothing of the normal forms of Unicode changes them. */
function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant.
  return /^[\x00-\x7f]*$/.test(text)
}

/** Words that people type where nothing is known; an empty cell means the same and is the way to say it. */
const sayingNothing = new Set(
  'n/a none null nil unknown unspecified tbd - -- . ? 无 暂无 不详 未知 没有 空'.split(' '),
)

const longestSayingNothing = Math.max(...[...sayingNothing].map((word) => word.length))

/** Full-width forms, ligatures and compatibility characters as their plain ones; no invisible format characters. */
export function plainText(typed: string): string {
  if (isPlain(typed)) return typed.trim()
  return typed
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
}

/** Text for display: as typed, on one line. */
export function oneLine(typed: string): string {
  if (isLine(typed) && !typed.includes('  ')) return typed.trim()
  return typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Lower case, Latin letters without their accents: `Químicas` and `quimicas` agree, `が` and `か` do not. */
export function foldCase(text: string): string {
  if (isPlain(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/(\p{Script=Latin})[\u0300-\u036f]+/gu, '$1')
    .normalize('NFC')
}

/** True for a cell such as `N/A` or `无`, which would make strangers agree on knowing nothing. */
export function saysNothing(typed: string): boolean {
  const text = plainText(typed)
  return text.length <= longestSayingNothing && sayingNothing.has(text.toLowerCase())
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

/** Plain text without any white space but the space, and without control characters. */
function isLine(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit < 0x20 || 0x7e < unit) && !isCommonChinese(unit)) return false
  }
  return true
}

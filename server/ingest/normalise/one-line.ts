import { isCommonChinese } from '../../domain/plain-text.ts'

/** Text for display: as typed, on one line. */
export function oneLine(typed: string): string {
  if (isLine(typed) && !typed.includes('  ')) return typed.trim()
  return typed.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** Plain text without any white space but the space, and without control characters. */
function isLine(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit < 0x20 || 0x7e < unit) && !isCommonChinese(unit)) return false
  }
  return true
}

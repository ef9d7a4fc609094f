/**
 * Text that XML 1.0 can hold: lone surrogates and every character outside the production Char become U+FFFD.
 * Source: Extensible Markup Language 1.0, fifth edition, §2.2.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

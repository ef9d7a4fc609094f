/**
 * Text for an order column: databases that compare code points or UTF-8 bytes sort it as `compareText` sorts the
 * original. Only text above U+D7FE changes: the two orders differ where a surrogate meets U+E000 to U+FFFF, so
 * surrogates are written as pairs that start with U+D7FF, which no character uses.
 */
export function sortable(text: string): string {
  return text.replace(/[\uD7FF-\uDFFF]/g, (unit) => {
    const offset = unit.charCodeAt(0) - 0xd7ff
    return `\uD7FF${String.fromCharCode(1 + offset)}`
  })
}

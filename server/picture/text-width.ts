/** A cautious width of `text` in pixels in the faces of the pictures: never less than what a browser measures for common text. */
export function textWidth(text: string, size: number): number {
  let ems = 0
  for (const character of text) ems += emsOf(character)
  return ems * size
}

/** `text`, cut with an ellipsis where it is wider than `width` pixels; never cut inside a character. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  const room = width - size * emsOf('…')
  let kept = ''
  let used = 0
  for (const character of text) {
    used += emsOf(character) * size
    if (room < used) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Widths by class of character, in ems; the first that fits counts. */
const classes: readonly { readonly characters: RegExp; readonly ems: number }[] = [
  { characters: /\p{Mn}|\p{Me}|\p{Cf}/u, ems: 0 },
  { characters: /[ .,:;'|!iIjlftr()[\]·]/, ems: 0.36 },
  { characters: /[mwMW@%]/, ems: 0.95 },
  { characters: /[A-Z&#]/, ems: 0.7 },
  { characters: /[0-9]/, ems: 0.64 },
  { characters: /[\u0020-\u024F]/, ems: 0.58 },
  { characters: /[\u0370-\u05FF\u2010-\u2027]/, ems: 0.65 },
]

function emsOf(character: string): number {
  return classes.find(({ characters }) => characters.test(character))?.ems ?? 1.02
}

/** A text in lines that fit a width, broken between words or, in Chinese, between characters. */
export function wrapText(text: string, size: number, width: number): readonly string[] {
  const parts = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    if (line !== '' && width < textWidth(line + part.trimEnd(), size)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += part
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.map((one) => fitText(one, size, width))
}

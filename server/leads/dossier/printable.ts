/** Marks, fillers and whatever has no shape of its own: invisible on paper, and able to hide or turn round what stands beside it. */
const shapeless = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u

/** Longer than a line of the page: nobody reads it as a word, and finding out where to break it takes the time of its square. */
const endless = /[!-~]{96}(?=[!-~])/g

/** Text as the dossier prints it: a character without a shape in the font is written by its number, `[U+20BB7]`, never left blank. */
export function printable(text: string, hasGlyph: (codePoint: number) => boolean): string {
  return Array.from(text, (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return !shapeless.test(character) && hasGlyph(codePoint) ? character : numberOf(codePoint)
  })
    .join('')
    .replaceAll(endless, '$& ')
}

function numberOf(codePoint: number): string {
  return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
}

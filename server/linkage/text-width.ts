/** Characters that a terminal draws two columns wide: East Asian Wide and Fullwidth of UAX #11, as far as names and addresses use them. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0)
}

/** The text in exactly so many columns: cut with `…` or filled with spaces. */
export function fitText(text: string, columns: number): string {
  const line = shown(text)
  const kept = widthOf(line) <= columns ? line : `${takeColumns(line, columns - 1)}…`
  return kept + ' '.repeat(Math.max(0, columns - widthOf(kept)))
}

/** The text as a terminal may have it: on one line, without characters that command it, or that turn the rest of the line round. */
export function shown(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

function takeColumns(text: string, columns: number): string {
  let left = columns
  let taken = ''
  for (const character of text) {
    left -= columnsOf(character)
    if (left < 0) break
    taken += character
  }
  return taken
}

function columnsOf(character: string): number {
  if (/[\p{M}\p{Cf}]/u.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

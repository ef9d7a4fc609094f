/** Text as it compares: width, case, accents and punctuation gone, words separated by one space. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`?]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The distinct words of a text, sorted; a run of Chinese characters gives its neighbouring pairs, as it has no spaces. */
export function wordsOf(text: string): string[] {
  const words = foldText(text)
    .split(/ |(?<=\p{Script=Han})(?!\p{Script=Han})|(?<!\p{Script=Han})(?=\p{Script=Han})/u)
    .flatMap((word) => (/^\p{Script=Han}{3,}$/u.test(word) ? pairsOf(word) : [word]))
  return [...new Set(words)].filter((word) => word !== '').toSorted()
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The text and every text that lacks one of its characters: two texts one edit apart have one of these in common. */
export function withOneLeftOut(text: string): string[] {
  const characters = [...text]
  const shorter = characters.map((_, at) => characters.toSpliced(at, 1).join(''))
  return [...new Set([text, ...shorter])]
}

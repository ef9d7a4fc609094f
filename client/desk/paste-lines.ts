import type { MatchedLine } from '../../server/contract/desk.ts'

/** The lines of a pasted text that hold anything, trimmed, repetitions too: the server counts those. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** What was chosen for ambiguous lines, by line; an empty text for none of them. */
export type Choices = ReadonlyMap<string, string>

/** Keys of everything that is matched or was chosen, each once, in the order of the list. */
export function chosenKeys(lines: readonly MatchedLine[], choices: Choices): readonly string[] {
  const keys = lines.flatMap(({ line, state, found }) => {
    if (state === 'matched') return found.map(({ key }) => key)
    const choice = choices.get(line) ?? ''
    return state === 'ambiguous' && choice !== '' ? [choice] : []
  })
  return [...new Set(keys)]
}

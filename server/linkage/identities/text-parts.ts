import { latin } from '../romanized.ts'

const runLength = 3

/** Every three letters that follow each other, in Latin letters and without spaces: words drawn apart or run together are the same. */
export function runsOfLetters(folded: string): string[] {
  const letters = [...latin(folded).replaceAll(' ', '')]
  return letters.slice(runLength - 1).map((_, at) => letters.slice(at, at + runLength).join(''))
}

/** The numbers that a pattern finds, without leading zeros. */
export function numbersIn(folded: string, pattern: RegExp): ReadonlySet<string> {
  return new Set(
    Array.from(folded.matchAll(pattern), ([number]) => number.replace(/^0+(?=\d)/u, '')),
  )
}

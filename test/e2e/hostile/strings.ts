import { characters } from './characters.ts'
import { injections } from './injections.ts'

/** Every family of hostile texts by its name. */
export const families: Readonly<Record<string, readonly string[]>> = {
  ...injections,
  ...characters,
}

/** All of them, each once, one of each family after the other, so that any part of the list has some of all. */
export const hostileStrings: readonly string[] = interleaved(Object.values(families))

function interleaved(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(...lists.map(({ length }) => length))
  const turns = Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list[turn] ?? []),
  )
  return [...new Set(turns.flat())]
}

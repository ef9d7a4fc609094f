/** One number is another with a slip of the pen: one character wrong, or two neighbors exchanged. */
export function slipsOf(
  numbers: Iterable<string>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const slips = new Map<string, readonly string[]>()
  for (const number of numbers) {
    const own = new Set([...oneWrong(number), ...exchanged(number)].filter((one) => known.has(one)))
    own.delete(number)
    if (0 < own.size) slips.set(number, [...own].toSorted())
  }
  return slips
}

const digits = '0123456789X'
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function oneWrong(number: string): string[] {
  const alphabet = /^\d*.$/u.test(number) ? digits : letters
  return Array.from(number).flatMap((_, at) =>
    Array.from(
      alphabet,
      (character) => `${number.slice(0, at)}${character}${number.slice(at + 1)}`,
    ),
  )
}

function exchanged(number: string): string[] {
  return Array.from(
    number.slice(1),
    (next, at) => `${number.slice(0, at)}${next}${number[at]}${number.slice(at + 2)}`,
  )
}

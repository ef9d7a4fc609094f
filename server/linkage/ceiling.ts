/** Up to how many bits a sum is taken at its word, and how many all beyond them can add. */
export interface Ceiling {
  readonly trusted: number
  readonly room: number
}

/**
 * Of one controller: taken at its word up to about a thousand to one, and never surer than twenty bits, a million to one, because records can be wrong in ways that no
 * channel knows of (a row under another shop's number, a value copied by hand).
 */
export const controllerCeiling: Ceiling = { trusted: 10, room: 10 }

/** Up to 0.8 a return is taken at its word. */
const trustedReturn = 2
/** Of the sisters of a market, so many stand where a return would be looked for and look like one: the share that was found wrong among the surest returns of generated markets. */
const mistakenSisters = 0.1

/**
 * Of a return, where `sisters` of the pairs of one controller ran side by side: a sister shop that was opened for another reason looks as much like the closed one as the shop
 * that took its place, and nothing in the records tells which of the two it is. So the more sisters a market has, the less sure any return: at most 0.985 where one pair in six ran side by
 * side, 0.999 where one in a hundred did.
 */
export function returnCeiling(sisters: number): Ceiling {
  return { trusted: trustedReturn, room: -Math.log2(mistakenSisters * sisters) - trustedReturn }
}

/**
 * What is left of a sum of bits: of y bits beyond what is trusted, room · y / (room + y) count. Rising all the way, so that surer pairs still stand before less sure ones
 * where odds alone would round to certainty.
 */
export function underCeiling({ trusted, room }: Ceiling, sum: number): number {
  const beyond = sum - trusted
  if (beyond <= 0) return sum
  return trusted + room / (1 + room / beyond)
}

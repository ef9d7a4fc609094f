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

/**
 * What is left of a sum of bits: of y bits beyond what is trusted, room · y / (room + y) count. Rising all the way, so that surer pairs still stand before less sure ones
 * where odds alone would round to certainty.
 */
export function underCeiling({ trusted, room }: Ceiling, sum: number): number {
  const beyond = sum - trusted
  if (beyond <= 0) return sum
  return trusted + room / (1 + room / beyond)
}

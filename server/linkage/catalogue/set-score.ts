import { at } from '../key-column.ts'
import type { TokenSets } from './token-column.ts'

type Sets = Pick<TokenSets, 'starts' | 'codes'>

/** What sharing a token adds to a pair's score, by code: one over how many others have it, at most 1. `holders` may be counted anew, as controllers. */
export function sharingWeights(holders: Int32Array | Float64Array): Float64Array {
  return Float64Array.from(holders, (count) => 1 / Math.max(1, count - 1))
}

export interface SetScores {
  /** The sum of the weights of all shared tokens. */
  readonly scores: Float32Array
  /** Code of the shared token of most weight, the lowest among equals; −1 where nothing is shared. */
  readonly rarest: Int32Array
}

/**
 * How much each pair of shops shares that few others have: one over the owners to be expected if all were innocent, summed over what both
 * have. A pack that hundreds share is worth next to nothing, so pairs are not taken for one seller because both buy from one supplier.
 */
export function scoreSets(
  sets: Sets,
  weights: Float64Array,
  left: Int32Array,
  right: Int32Array,
): SetScores {
  const scores = new Float32Array(left.length)
  const rarest = new Int32Array(left.length)
  for (let pair = 0; pair < left.length; pair++) {
    rarest[pair] = scorePair(sets, weights, at(left, pair), at(right, pair), scores, pair)
  }
  return { scores, rarest }
}

/** The tokens that both shops have, those of most weight first, the lower code first among equals. */
export function sharedTokens(sets: Sets, weights: Float64Array, a: number, b: number): number[] {
  const { starts, codes } = sets
  const own = new Set(codes.subarray(at(starts, a), at(starts, a + 1)))
  return [...codes.subarray(at(starts, b), at(starts, b + 1))]
    .filter((code) => own.has(code))
    .sort((x, y) => at(weights, y) - at(weights, x) || x - y)
}

/** Merges two ascending lists: writes the sum of what they share into `scores[pair]` and gives the rarest of it. */
function scorePair(
  { starts, codes }: Sets,
  weights: Float64Array,
  a: number,
  b: number,
  scores: Float32Array,
  pair: number,
): number {
  let i = at(starts, a)
  let j = at(starts, b)
  const endA = at(starts, a + 1)
  const endB = at(starts, b + 1)
  let sum = 0
  let rarest = -1
  let most = 0
  while (i < endA && j < endB) {
    const x = codes[i] as number
    const y = codes[j] as number
    if (x === y) {
      const weight = weights[x] as number
      sum += weight
      if (most < weight) {
        most = weight
        rarest = x
      }
    }
    if (x <= y) i++
    if (y <= x) j++
  }
  scores[pair] = sum
  return rarest
}

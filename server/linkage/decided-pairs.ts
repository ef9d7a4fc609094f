import type { Decision } from '../domain/decision.ts'
import type { Pairs } from './block.ts'
import { agreedVerdict, standingDecisions } from './decisions.ts'
import type { Encoded } from './encode.ts'
import { at } from './key-column.ts'
import type { LabelledPair } from './learn-weights.ts'

/** A known answer counts for this many pairs that nobody looked at. */
const labelWeight = 5

/** Pairs that people agreed on, as answers that learning takes for known; what they were unsure of stays open. */
export function labelledPairs(
  encoded: Encoded,
  pairs: Pairs,
  decisions: readonly Decision[],
): LabelledPair[] {
  return [...standingDecisions(decisions).values()].flatMap((own) => {
    const [first] = own
    const verdict = agreedVerdict(own)
    if (first === undefined || verdict === undefined) return []
    const pair = placesOfPair(encoded, pairs, first.a, first.b)
    return pair === undefined ? [] : [{ pair, same: verdict === 'same', weight: labelWeight }]
  })
}

/** Where in the sorted pairs the pair of two shops stands; undefined when it is none of them. */
export function placesOfPair(
  { placeOf }: Encoded,
  { left, right }: Pairs,
  a: string,
  b: string,
): number | undefined {
  const places = [placeOf.get(a), placeOf.get(b)]
  const [one, other] = places
  if (one === undefined || other === undefined) return undefined
  const [low, high] = [Math.min(one, other), Math.max(one, other)]
  let first = 0
  let end = left.length
  while (first < end) {
    const middle = (first + end) >> 1
    const before = at(left, middle) - low || at(right, middle) - high
    if (before < 0) first = middle + 1
    else end = middle
  }
  return at(left, first) === low && at(right, first) === high ? first : undefined
}

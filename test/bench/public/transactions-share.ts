import { gapBins } from '../../../server/linkage/gap-bins.ts'
import type { ReturnTimes } from '../../../server/linkage/return-times.ts'
import { type Candidate, shareReturns } from '../../../server/linkage/succeed.ts'
import type { WeighedPayments } from './transactions-weigh.ts'

/** Less likely candidates are no rivals. */
const leastProbability = 1e-5
/** What `shareReturns` counts a bit of likeness for, as sisters of a ring are alike; of payments only one is the one, so that here a bit counts whole. */
const likeness = 0.15
/** The days between are among the bits already, and nobody's payment arrives twice. */
const anyDay: Omit<ReturnTimes, 'sisters'> = {
  density: new Float64Array(gapBins.length).fill(1),
  background: 0,
}

/** Probability of each candidate by itself, as if it had no rivals. */
export function alone({ bits }: WeighedPayments): Float64Array {
  return bits.map((own) => 1 / (1 + 2 ** -own))
}

/** Probability of each candidate when every record has at most one partner and may have none. */
export function shared(weighed: WeighedPayments): Float64Array {
  const { pairs, bits } = weighed
  const single = alone(weighed)
  const most = bits.reduce((highest, own) => Math.max(highest, own), 0)
  const rivals = [...single.keys()].filter((pair) => leastProbability <= (single[pair] as number))
  const candidates = rivals.map(
    (pair): Candidate => ({
      closure: pairs.left[pair] as number,
      later: pairs.right[pair] as number,
      days: 0,
      controller: single[pair] as number,
      evidenceBits: ((bits[pair] as number) - most) / likeness,
    }),
  )
  const probability = new Float64Array(bits.length)
  for (const [place, own] of shareReturns(candidates, anyDay).entries())
    probability[rivals[place] as number] = own
  return probability
}

/** One partner at most for each record: pairs by falling probability, each taken while both its records are free. */
export function assigned({ pairs }: WeighedPayments, probability: Float64Array): number[] {
  const order = [...probability.keys()]
    .filter((pair) => 0 < (probability[pair] as number))
    .sort((a, b) => (probability[b] as number) - (probability[a] as number) || a - b)
  const taken = new Set<number>()
  return order.filter((pair) => {
    const ends = [pairs.left[pair] as number, pairs.right[pair] as number]
    if (ends.some((end) => taken.has(end))) return false
    for (const end of ends) taken.add(end)
    return true
  })
}

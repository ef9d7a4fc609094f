import { type Couple, shareOneToOne } from '../../../server/linkage/one-to-one.ts'
import type { WeighedPayments } from './transactions-weigh.ts'

/** Less likely candidates are no rivals. */
const leastProbability = 1e-5
/** Probability of each candidate by itself, as if it had no rivals. */
export function alone({ bits }: WeighedPayments): Float64Array {
  return bits.map((own) => 1 / (1 + 2 ** -own))
}

/** Probability of each candidate when every record has at most one partner and may have none: the days between are among the bits already. */
export function shared(weighed: WeighedPayments): Float64Array {
  const { pairs, bits } = weighed
  const single = alone(weighed)
  const rivals = [...single.keys()].filter((pair) => leastProbability <= (single[pair] as number))
  const couples = rivals.map(
    (pair): Couple => ({
      left: pairs.left[pair] as number,
      right: pairs.right[pair] as number,
      possible: 1,
      odds: 2 ** (bits[pair] as number),
    }),
  )
  const probability = new Float64Array(bits.length)
  for (const [place, own] of shareOneToOne(couples).entries())
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

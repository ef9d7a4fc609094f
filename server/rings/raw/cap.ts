/** Which identifiers are common enough to be left out, so that the rest make no more pairs than was allowed. */
export interface Cap {
  /** Identifiers that more shops have make no pairs. */
  readonly degree: number
  /** Pairs that all others make, repeated ones counted each time; no more than the budget. */
  readonly pairs: number
  /** Identifiers over the cap. */
  readonly omitted: number
}

/**
 * The highest cap on how many shops may have an identifier that keeps the sum of d · (d − 1) / 2 within `budget`, read off the histogram of degrees. What is over it, a platform or a
 * payment service, would make most of all pairs and tell least: one identifier of 65,000 shops makes two thousand million.
 */
export function capFor(degrees: Iterable<number>, budget: number): Cap {
  const histogram = new Map<number, number>()
  for (const degree of degrees) histogram.set(degree, (histogram.get(degree) ?? 0) + 1)
  const ascending = [...histogram].toSorted(([a], [b]) => a - b)
  let [cap, pairs, omitted, isOver] = [1, 0, 0, false]
  for (const [degree, count] of ascending) {
    const more = count * ((degree * (degree - 1)) / 2)
    isOver ||= budget < pairs + more
    if (isOver) {
      omitted += count
      continue
    }
    cap = Math.max(cap, degree)
    pairs += more
  }
  return { degree: cap, pairs, omitted }
}

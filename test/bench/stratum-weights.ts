/**
 * For every label, how many times rarer its score is among the labels than among all candidate pairs: share of the population over share of the
 * labels, by stratum. Strata are quantiles of the population (`bins` of them, 10 in the design); equal scores lie in one stratum. The mean is 1
 * where every stratum has a label, and below where some have none: of those the labels say nothing.
 */
export function stratumWeights(
  population: Float64Array,
  labels: Float64Array,
  bins = 10,
): Float64Array {
  const sorted = population.toSorted()
  const cuts = Float64Array.from(
    { length: bins - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / bins)] ?? Number.POSITIVE_INFINITY,
  )
  const shares = sharesOf(population, cuts)
  const told = sharesOf(labels, cuts)
  return Float64Array.from(labels, (score) => {
    const stratum = stratumOf(score, cuts)
    return (shares[stratum] ?? 0) / (told[stratum] ?? 1)
  })
}

function sharesOf(scores: Float64Array, cuts: Float64Array): Float64Array {
  const counts = new Float64Array(cuts.length + 1)
  for (const score of scores) {
    const stratum = stratumOf(score, cuts)
    counts[stratum] = (counts[stratum] ?? 0) + 1
  }
  return counts.map((count) => count / Math.max(1, scores.length))
}

/** How many cuts lie at or below the score. */
function stratumOf(score: number, cuts: Float64Array): number {
  let stratum = 0
  while (stratum < cuts.length && (cuts[stratum] ?? 0) <= score) stratum++
  return stratum
}

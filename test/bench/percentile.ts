/** The least value that at least so many percent of the values do not exceed (nearest rank); NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN
}

/** The time that an answer took, and that of those which would have been asked for every so often while it was awaited. */
export function withOmitted(took: number, every: number): number[] {
  return Array.from({ length: 1 + Math.floor(took / every) }, (_, n) => took - n * every)
}

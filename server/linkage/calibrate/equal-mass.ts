import type { Told } from './told.ts'

/**
 * Splits what is sorted by probability into at most `bins` runs of about equal weight. Equal probabilities are never split, since which of them
 * fell into which bin would be chance; a run of them goes where its middle falls.
 */
export function equalMass<T extends Told>(sorted: readonly T[], bins: number): readonly T[][] {
  const total = sorted.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const filled = new Map<number, T[]>()
  let before = 0
  for (let first = 0; first < sorted.length; ) {
    const run = runFrom(sorted, first)
    const weight = run.reduce((sum, { weight: own = 1 }) => sum + own, 0)
    const middle = total === 0 ? 0 : (before + weight / 2) / total
    const bin = Math.min(bins - 1, Math.floor(bins * middle))
    const own = filled.get(bin)
    if (own === undefined) filled.set(bin, run)
    else for (const one of run) own.push(one)
    before += weight
    first += run.length
  }
  return [...filled.values()]
}

function runFrom<T extends Told>(sorted: readonly T[], first: number): T[] {
  let end = first + 1
  while (end < sorted.length && sorted[end]?.probability === sorted[first]?.probability) end++
  return sorted.slice(first, end)
}

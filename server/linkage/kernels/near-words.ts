import { wordsOf } from '../fold-text.ts'
import type { NearLevels } from './near-levels.ts'
import { sharedWeight, weighedSets } from './weighed-sets.ts'

/** Weighted share of all words that both texts have, by level. */
const sharedFrom = [0.7, 0.5, 0.35, 0.2] as const

/**
 * Texts of several words in any order: how much of their words is the same, each word weighed by how few of the texts have it (log₂ of one in how many),
 * so that "street" counts for little and a house number for much.
 */
export function nearWords(values: readonly string[]): NearLevels {
  const words = weighedSets(values.map(wordsOf))
  const { totals } = words
  const of = (a: number, b: number) => {
    const shared = sharedWeight(words, a, b)
    const all = (totals[a] as number) + (totals[b] as number) - shared
    let level = 0
    while (level < sharedFrom.length && shared < (sharedFrom[level] as number) * all) level++
    return level
  }
  return { levels: sharedFrom.length + 1, of }
}

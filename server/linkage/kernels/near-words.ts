import { wordsOf } from '../fold-text.ts'
import type { NearLevels } from './near-levels.ts'

/** Weighted share of all words that both texts have, by level. */
const sharedFrom = [0.7, 0.5, 0.35, 0.2] as const

/**
 * Texts of several words in any order: how much of their words is the same, each word weighed by how few of the texts have it (log₂ of one in how many),
 * so that "street" counts for little and a house number for much.
 */
export function nearWords(values: readonly string[]): NearLevels {
  const words = weighedWords(values)
  const totals = Float64Array.from(values, (_, text) => sharedWeight(words, text, text))
  const of = (a: number, b: number) => {
    const shared = sharedWeight(words, a, b)
    const all = (totals[a] as number) + (totals[b] as number) - shared
    let level = 0
    while (level < sharedFrom.length && shared < (sharedFrom[level] as number) * all) level++
    return level
  }
  return { levels: sharedFrom.length + 1, of }
}

interface WeighedWords {
  /** Words of text t: codes[starts[t]] … codes[starts[t + 1] − 1], ascending. */
  readonly starts: Int32Array
  readonly codes: Int32Array
  readonly weights: Float64Array
}

/** The weight of the words that both texts have; a merge of two ascending lists. */
function sharedWeight({ starts, codes, weights }: WeighedWords, a: number, b: number): number {
  let i = starts[a] as number
  let j = starts[b] as number
  const endA = starts[a + 1] as number
  const endB = starts[b + 1] as number
  let shared = 0
  while (i < endA && j < endB) {
    const x = codes[i] as number
    const y = codes[j] as number
    if (x === y) shared += weights[x] as number
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

function weighedWords(values: readonly string[]): WeighedWords {
  const codeOf = new Map<string, number>()
  const texts: number[] = []
  const starts = new Int32Array(values.length + 1)
  const codes: number[] = []
  for (const [place, value] of values.entries()) {
    const own = wordsOf(value).map((word) => {
      const code = codeOf.get(word) ?? codeOf.size
      codeOf.set(word, code)
      texts[code] = (texts[code] ?? 0) + 1
      return code
    })
    codes.push(...own.sort((a, b) => a - b))
    starts[place + 1] = codes.length
  }
  const weights = Float64Array.from(texts, (count) => Math.log2((values.length + 1) / count))
  return { starts, codes: Int32Array.from(codes), weights }
}

import { sharedNumbers } from '../domain/columns/large-arrays.ts'
import { combineFamilies, type Overlaps } from './combine-families.ts'
import { type Chunks, chunkTask, eachChunk, type FamilySums } from './family-sums.ts'
import { at } from './key-column.ts'

/** The channels of every pair, in bits, before prior, gap and decisions. Families are damped as in `dampings`. */
export function scorePairs(
  chunks: Chunks,
  onProgress?: (done: number, total: number) => void,
): Float64Array {
  const scores = sharedNumbers(chunks.pairs.left.length)
  eachChunk(scoreTask, chunks, { across: chunks.scale.dampings.across, scores }, onProgress)
  return scores
}

interface Scoring {
  readonly across: Overlaps
  /** By pair, written to. */
  readonly scores: Float64Array
}

/** Writes what the families of each pair are worth together. */
export const scoreTask = chunkTask('score', ({ across, scores }: Scoring) => (sums, first, end) => {
  addFamilies(sums, across, scores.subarray(first, end))
})

function addFamilies(sums: readonly FamilySums[], across: Overlaps, scores: Float64Array): void {
  const agreement = new Float64Array(sums.length)
  for (let i = 0; i < scores.length; i++) {
    let against = 0
    for (let family = 0; family < sums.length; family++) {
      const own = sums[family] as FamilySums
      agreement[family] = at(own.agreement, i)
      against += at(own.against, i)
    }
    scores[i] = against + combineFamilies(agreement, across)
  }
}

import { mulberry32 } from '../domain/random.ts'
import type { Pairs } from './block.ts'

/** Enough that a level reached by one pair in 10,000 is seen forty times. */
const sampleSize = 400_000

/** All pairs where they are no more than a sample, so that how shops are numbered chooses nothing; of more a sample. */
export function pairsOrSample(shops: number, seed: number): Pairs {
  const pairs = (shops * (shops - 1)) / 2
  if (sampleSize < pairs) return randomPairs(shops, seed)
  const left = new Int32Array(pairs)
  const right = new Int32Array(pairs)
  let pair = 0
  for (let a = 0; a < shops; a++) {
    for (let b = a + 1; b < shops; b++) {
      left[pair] = a
      right[pair] = b
      pair++
    }
  }
  return { left, right, keysOmitted: 0 }
}

/** Pairs of distinct shops, each as likely as any other and picked with replacement; `left` < `right`. None when there are fewer than two shops. */
export function randomPairs(shops: number, seed: number, size = sampleSize): Pairs {
  const pairs = shops < 2 ? 0 : Math.min(size, 50 * shops)
  const left = new Int32Array(pairs)
  const right = new Int32Array(pairs)
  const random = mulberry32(seed)
  for (let pair = 0; pair < pairs; pair++) {
    const a = Math.floor(random() * shops)
    const other = Math.floor(random() * (shops - 1))
    const b = other < a ? other : other + 1
    left[pair] = Math.min(a, b)
    right[pair] = Math.max(a, b)
  }
  return { left, right, keysOmitted: 0 }
}

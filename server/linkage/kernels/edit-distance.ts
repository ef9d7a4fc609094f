import { type PackedTexts, wordLength } from './packed-texts.ts'

/** Edits between two texts, by code. */
export type Distance = (a: number, b: number) => number

/**
 * Damerau-Levenshtein distance, optimal string alignment: insertions, deletions, replacements and swaps of neighbors, no part edited
 * twice. Up to 32 characters bit-parallel (Hyyrö 2003, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances",
 * Nordic Journal of Computing 10); longer texts by the table.
 */
export function editDistance(texts: PackedTexts): Distance {
  const { starts } = texts
  const short = shortDistance(texts)
  return (a, b) => {
    const lengthA = (starts[a + 1] as number) - (starts[a] as number)
    const lengthB = (starts[b + 1] as number) - (starts[b] as number)
    const [first, second] = lengthA <= lengthB ? [a, b] : [b, a]
    if (Math.min(lengthA, lengthB) === 0) return Math.max(lengthA, lengthB)
    return Math.min(lengthA, lengthB) <= wordLength
      ? short(first, second)
      : longDistance(texts, first, second)
  }
}

/** The first text is the one of at most 32 characters. */
function shortDistance({ starts, units, alphabet }: PackedTexts): Distance {
  const positions = new Int32Array(alphabet)
  return (a, b) => {
    const startA = starts[a] as number
    const lengthA = (starts[a + 1] as number) - startA
    for (let i = 0; i < lengthA; i++) {
      const unit = units[startA + i] as number
      positions[unit] = (positions[unit] as number) | (1 << i)
    }
    const last = 1 << (lengthA - 1)
    let up = -1
    let down = 0
    let diagonal = 0
    let before = 0
    let distance = lengthA
    const end = starts[b + 1] as number
    for (let j = starts[b] as number; j < end; j++) {
      const same = positions[units[j] as number] as number
      const swapped = ((~diagonal & same) << 1) & before
      diagonal = ((((same & up) + up) | 0) ^ up) | same | down | swapped
      let right = down | ~(diagonal | up)
      let left = diagonal & up
      if ((right & last) !== 0) distance++
      if ((left & last) !== 0) distance--
      right = (right << 1) | 1
      left <<= 1
      up = left | ~(diagonal | right)
      down = diagonal & right
      before = same
    }
    for (let i = 0; i < lengthA; i++) positions[units[startA + i] as number] = 0
    return distance
  }
}

function longDistance({ starts, units }: PackedTexts, a: number, b: number): number {
  const textA = units.subarray(starts[a], starts[a + 1])
  const textB = units.subarray(starts[b], starts[b + 1])
  let older = new Int32Array(textB.length + 1)
  let old = Int32Array.from({ length: textB.length + 1 }, (_, j) => j)
  for (let i = 1; i <= textA.length; i++) {
    const row = new Int32Array(textB.length + 1)
    row[0] = i
    for (let j = 1; j <= textB.length; j++) {
      const replaced = (old[j - 1] as number) + (textA[i - 1] === textB[j - 1] ? 0 : 1)
      let best = Math.min(replaced, (old[j] as number) + 1, (row[j - 1] as number) + 1)
      const swap = 1 < i && 1 < j && textA[i - 1] === textB[j - 2] && textA[i - 2] === textB[j - 1]
      if (swap) best = Math.min(best, (older[j - 2] as number) + 1)
      row[j] = best
    }
    older = old
    old = row
  }
  return old[textB.length] as number
}

import {
  largeBytes,
  largeCopy,
  largeIntegers,
  largeNumbers,
} from '../../domain/columns/large-arrays.ts'

/** The level of a pair of which one side has no value. */
export const unknownLevel = 255

/** How all pairs compare in one channel. */
export interface ComparedColumn {
  readonly channel: string
  /** Channels of one family tend to change together. */
  readonly family: string
  /** How many levels there are, the last one being "differ". */
  readonly levels: number
  /** Whether level 0 is the strongest and each later one no stronger; the gap between two lives is not ordered. */
  readonly ordered: boolean
  /** By pair: 0 … levels − 1, or {@link unknownLevel}. */
  readonly level: Uint8Array
}

/** Pairs that compare alike in every channel are one pattern, so that learning and weighing cost patterns and not pairs. */
export interface Patterns {
  /** By pair. */
  readonly of: Int32Array
  /** Pairs, by pattern. */
  readonly counts: Float64Array
  /** By column, then pattern. */
  readonly levels: readonly Uint8Array[]
}

/** Numbers the patterns in the order in which pairs first show them; one pass a column, each refining the numbers of the last. */
export function patternsOf(
  columns: readonly Pick<ComparedColumn, 'level' | 'levels'>[],
  pairs: number,
): Patterns {
  const of = largeIntegers(pairs)
  const parents: Int32Array[] = []
  const own: Uint8Array[] = []
  let count = Math.min(1, pairs)
  for (const { level, levels } of columns) {
    const refined = refine(of, level, levels, count)
    parents.push(refined.parent)
    own.push(refined.level)
    count = refined.count
  }
  const counts = largeNumbers(count)
  for (let pair = 0; pair < pairs; pair++) {
    const pattern = of[pair] as number
    counts[pattern] = (counts[pattern] as number) + 1
  }
  return { of, counts, levels: unfold(parents, own, count) }
}

/** Splits every number by the level in one more column; changes `of` in place. */
function refine(of: Int32Array, level: Uint8Array, levels: number, count: number) {
  const width = levels + 1
  const known = largeIntegers(count * width).fill(-1)
  const most = Math.min(of.length, count * width)
  const parent = largeIntegers(most)
  const own = largeBytes(most)
  let next = 0
  for (let pair = 0; pair < of.length; pair++) {
    const at = level[pair] as number
    const before = of[pair] as number
    const slot = before * width + (at === unknownLevel ? levels : at)
    let pattern = known[slot] as number
    if (pattern < 0) {
      pattern = next
      known[slot] = next
      parent[next] = before
      own[next] = at
      next++
    }
    of[pair] = pattern
  }
  return {
    parent: largeCopy(parent.subarray(0, next)),
    level: largeCopy(own.subarray(0, next)),
    count: next,
  }
}

/** For every final pattern, its level in every column: the chain of parents read backwards. */
function unfold(parents: readonly Int32Array[], own: readonly Uint8Array[], count: number) {
  const levels: Uint8Array[] = own.map(() => largeBytes(count))
  const ancestor = largeIntegers(count)
  for (let pattern = 0; pattern < count; pattern++) ancestor[pattern] = pattern
  for (let column = own.length - 1; 0 <= column; column--) {
    const target = levels[column] as Uint8Array
    const values = own[column] as Uint8Array
    const up = parents[column] as Int32Array
    for (let pattern = 0; pattern < count; pattern++) {
      const at = ancestor[pattern] as number
      target[pattern] = values[at] as number
      ancestor[pattern] = up[at] as number
    }
  }
  return levels
}

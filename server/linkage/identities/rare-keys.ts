import type { WeighedSets } from '../kernels/weighed-sets.ts'
import type { Keys } from './keys.ts'

/** So many of a text's rarest parts find others like it. */
const rarest = 8

/** Each set's rarest parts that another has too. */
export function rareKeys({ starts, codes, weights }: WeighedSets): Keys {
  const rarestOf = (set: number) =>
    [...codes.slice(starts[set], starts[set + 1])]
      .sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b)
      .filter((code) => (weights[code] as number) < Math.log2(starts.length))
      .slice(0, rarest)
      .sort((a, b) => a - b)
  return keysOf(
    Array.from({ length: starts.length - 1 }, (_, set) => rarestOf(set)),
    weights.length,
  )
}

/** Lists of codes, ascending, as keys of records. */
export function keysOf(lists: readonly (readonly number[])[], distinct: number): Keys {
  const starts = new Int32Array(lists.length + 1)
  for (const [record, list] of lists.entries())
    starts[record + 1] = (starts[record] as number) + list.length
  return { starts, codes: Int32Array.from(lists.flat()), distinct }
}

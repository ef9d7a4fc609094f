import { largeIntegers } from '../../domain/columns/large-arrays.ts'

/** Remembers what two codes compare to. */
export interface PairCache {
  readonly of: (a: number, b: number) => number
}

/** A power of two; 16 bytes a slot, which together fit the cache of a processor core: blocked pairs that repeat come close together. */
const slots = 1 << 14
const width = 4

/**
 * A symmetric comparison with a memory: a direct-mapped table, in which a pair displaces the one that had its slot. What comes out is what
 * `compare` gives, in any order of questions; only the time differs. Blocked pairs repeat (the same two names in many pairs), random ones do not.
 */
export function pairCache(compare: (a: number, b: number) => number): PairCache {
  const table = largeIntegers(slots * width).fill(-1)
  const of = (a: number, b: number) => {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)
    const slot = width * ((mixed ^ (mixed >>> 15)) & (slots - 1))
    if (table[slot] === low && table[slot + 1] === high) return table[slot + 2] as number
    const found = compare(low, high)
    table[slot] = low
    table[slot + 1] = high
    table[slot + 2] = found
    return found
  }
  return { of }
}

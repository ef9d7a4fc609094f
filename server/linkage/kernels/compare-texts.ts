import { unknownLevel } from '../learn/patterns.ts'
import type { NearLevels } from './near-levels.ts'
import { pairCache } from './pair-cache.ts'
import { rarityBands } from './rarity-bands.ts'

/** Compares records in one channel: the level of pair i, which joins left[i] and right[i]. */
export interface Kernel {
  /** Levels 0 … `levels` − 1, strongest first, the last one being "differ". */
  readonly levels: number
  readonly compare: (left: Int32Array, right: Int32Array) => Uint8Array
}

/**
 * The same value, by how rare it is, then how near two different ones are.
 *
 * @param codes by record, −1 where unknown
 * @param bands by code, the rarity band of the value
 */
export function compareTexts(codes: Int32Array, bands: Uint8Array, near: NearLevels): Kernel {
  const compare = (left: Int32Array, right: Int32Array) => {
    const level = new Uint8Array(left.length)
    const { of } = pairCache(near.of)
    for (let pair = 0; pair < left.length; pair++) {
      const a = codes[left[pair] as number] as number
      const b = codes[right[pair] as number] as number
      if (a < 0 || b < 0) level[pair] = unknownLevel
      else level[pair] = a === b ? (bands[a] as number) : rarityBands + of(a, b)
    }
    return level
  }
  return { levels: rarityBands + near.levels, compare }
}

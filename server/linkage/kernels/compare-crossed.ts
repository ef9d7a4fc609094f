import { unknownLevel } from '../learn/patterns.ts'
import type { Kernel } from './compare-texts.ts'
import { rarityBands } from './rarity-bands.ts'

/** The level of values that were written in each other's place; the closest near level comes next and keeps its pairs. */
const crossedLevel = rarityBands

/**
 * Adds a level to a comparison: the two values differ, and one of them stands in the other record where `crossed` says.
 *
 * @param codes by record, −1 where unknown
 * @param crossed by record, in the numbering of `codes`, −1 where that has no such value
 */
export function compareCrossed(kernel: Kernel, codes: Int32Array, crossed: Int32Array): Kernel {
  const isCrossed = (a: number, b: number) =>
    (codes[a] as number) === crossed[b] || (codes[b] as number) === crossed[a]
  const compare = (left: Int32Array, right: Int32Array) => {
    const level = kernel.compare(left, right)
    for (let pair = 0; pair < level.length; pair++) {
      const own = level[pair] as number
      if (own < crossedLevel || own === unknownLevel) continue
      const away = crossedLevel < own && isCrossed(left[pair] as number, right[pair] as number)
      level[pair] = away ? crossedLevel : own + 1
    }
    return level
  }
  return { levels: kernel.levels + 1, compare }
}

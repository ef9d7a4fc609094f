import type { Kernel } from '../kernels/compare-texts.ts'
import { bandsOf, rarityBands } from '../kernels/rarity-bands.ts'
import type { TextColumn } from '../kernels/text-column.ts'
import { unknownLevel } from '../learn/patterns.ts'
import type { RecordPairs } from './block-records.ts'

/** Pseudo-count of a level that no random pair reached. */
const unreached = 0.5

/**
 * Probability of each level for two records picked at random that both have a value. Near levels come from random pairs; the same value
 * is counted instead, band by band, from how many records hold it: no sample sees what happens once in a million pairs.
 */
export function chanceLevels(
  { holders }: TextColumn,
  kernel: Kernel,
  random: RecordPairs,
): Float64Array {
  const chances = new Float64Array(kernel.levels)
  let compared = 0
  for (const level of kernel.compare(random.left, random.right)) {
    if (level === unknownLevel) continue
    chances[level] = (chances[level] as number) + 1
    compared++
  }
  const same = sameByBand(holders)
  return chances.map((count, level) =>
    level < rarityBands
      ? (same[level] as number)
      : Math.max(unreached, count) / Math.max(1, compared),
  )
}

/** Share of all pairs of holders that hold one value, by its band. */
function sameByBand(holders: Int32Array): Float64Array {
  const bands = bandsOf(holders)
  const same = new Float64Array(rarityBands)
  let known = 0
  for (const [code, count] of holders.entries()) {
    const band = bands[code] as number
    same[band] = (same[band] as number) + count * (count - 1)
    known += count
  }
  return same.map((pairs) => pairs / Math.max(1, known * (known - 1)))
}

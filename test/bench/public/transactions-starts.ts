import type { NearLevels } from '../../../server/linkage/kernels/near-levels.ts'
import { bandsOf, rarityBands } from '../../../server/linkage/kernels/rarity-bands.ts'
import type { TextColumn } from '../../../server/linkage/kernels/text-column.ts'

/** Two different texts: one is the start of the other, by how many records start so, or they differ. */
export function nearStarts({ values, holders }: TextColumn): NearLevels {
  const bands = bandsOf(startersOf(values, holders))
  const of = (a: number, b: number) => {
    const [first, second] = [values[a] as string, values[b] as string]
    const [start, text] = first.length < second.length ? [a, second] : [b, first]
    return text.startsWith(values[start] as string) ? (bands[start] as number) : rarityBands
  }
  return { levels: rarityBands + 1, of }
}

/** How many records have a text that starts with it, by code; in sorted order they are a run. */
function startersOf(values: readonly string[], holders: Int32Array): Int32Array {
  const sorted = values
    .map((value, code) => ({ value, code }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
  const starters = new Int32Array(values.length)
  for (const [place, { value, code }] of sorted.entries()) {
    let count = 0
    for (let at = place; sorted[at]?.value.startsWith(value); at++)
      count += holders[sorted[at]?.code ?? 0] as number
    starters[code] = count
  }
  return starters
}

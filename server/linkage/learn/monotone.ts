/**
 * log2(m/u) by level, made non-increasing from the strongest level to the weakest by pooling adjacent violators (Ayer et al. 1955,
 * doi:10.1214/aoms/1177728423): levels that are out of order are weighed as one, with the ratio of their sums. Without it a level that
 * learning never saw would count as strong counter-evidence.
 */
export function monotoneBits(m: Float64Array, u: Float64Array): Float64Array {
  const blocks: { m: number; u: number; levels: number }[] = []
  for (let level = 0; level < m.length; level++) {
    blocks.push({ m: m[level] as number, u: u[level] as number, levels: 1 })
    for (let last = blocks.length - 1; 0 < last; last = blocks.length - 1) {
      const [before, after] = [blocks[last - 1], blocks[last]]
      if (before === undefined || after === undefined) break
      if (after.m * before.u <= before.m * after.u) break
      blocks.splice(last - 1, 2, {
        m: before.m + after.m,
        u: before.u + after.u,
        levels: before.levels + after.levels,
      })
    }
  }
  return Float64Array.from(
    blocks.flatMap((block) =>
      Array.from({ length: block.levels }, () => Math.log2(block.m / block.u)),
    ),
  )
}

/** log2(m/u) by level as it is, for what has no order. */
export function plainBits(m: Float64Array, u: Float64Array): Float64Array {
  return m.map((own, level) => Math.log2(own / (u[level] as number)))
}

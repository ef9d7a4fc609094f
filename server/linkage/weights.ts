import type { ChannelColumn } from './encode.ts'
import { at } from './key-column.ts'
import type { Layout } from './layout.ts'
import { monotoneBits } from './learn/monotone.ts'

/** What the levels of one channel are worth. */
export interface ChannelWeights {
  readonly m: Float64Array
  readonly u: Float64Array
  /** By level; agreement is never counter-evidence, and a difference never speaks for one controller. */
  readonly bits: Float64Array
}

/** Where no shop has a value, theory expects no agreement at all; a ratio needs something to divide by. */
const leastChance = 1e-12
/** However often shops of one controller agree in a channel, that two differ is no stronger counter-evidence than this. */
const leastBits = -4
/** Sets that share more than the strongest band was learnt from are worth so many bits more a doubling: as good as nothing, and enough that pairs which differ in it are not tied. */
const bitsBeyond = 0.01

/** Makes the learnt weights of a channel monotone rank by rank: what is rarer is worth no less. */
export function rankWeights(
  { layout, ranks }: ChannelColumn,
  m: Float64Array,
  chances: Float64Array,
): ChannelWeights {
  const u = chances.map((chance) => Math.max(leastChance, chance))
  const bits = new Float64Array(layout.levels)
  for (const [rank, { level }] of ranks.entries()) {
    const first = layout.firstOf[rank] ?? 0
    const end = first + (layout.edges[rank]?.length ?? 0)
    const most = level.mostBits ?? Number.POSITIVE_INFINITY
    const own = monotoneBits(m.subarray(first, end), u.subarray(first, end))
    for (const [band, value] of own.entries())
      bits[first + band] = Math.min(most, Math.max(0, value))
  }
  const differ = Math.log2(at(m, layout.differ) / at(u, layout.differ))
  bits[layout.differ] = Math.max(leastBits, Math.min(0, differ))
  return { m, u, bits }
}

/** What a pair's agreement is worth: the bits of its level, interpolated by worth towards the neighboring band of the same rank; beyond the strongest center hardly more. */
export function bitsOfWorth(
  { bits }: ChannelWeights,
  layout: Layout,
  rank: number,
  worth: number,
): number {
  const centers = layout.centers[rank] ?? []
  const first = layout.firstOf[rank] ?? 0
  const where = Math.log2(worth)
  let before = Number.NaN
  for (let band = 0; band < centers.length; band++) {
    const center = Math.log2(centers[band] ?? 0)
    if (center <= where) {
      if (band === 0) return at(bits, first) + beyond(where, center)
      const share = (where - center) / (before - center)
      return share * at(bits, first + band - 1) + (1 - share) * at(bits, first + band)
    }
    before = center
  }
  return at(bits, first + centers.length - 1)
}

/** Only sets can share more than one whole value, and so more than their strongest band stands for. Both worths are logarithms. */
function beyond(worth: number, strongest: number): number {
  return 0 < strongest ? bitsBeyond * (worth - strongest) : 0
}

/** The rank that a level belongs to; −1 for "differ". */
export function rankOfLevel(layout: Layout, level: number): number {
  if (layout.differ <= level) return -1
  return layout.firstOf.findLastIndex((first) => first <= level)
}

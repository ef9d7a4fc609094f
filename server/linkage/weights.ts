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

/** Where, in log2 of worth, the bits of a band hold exactly; between two bands they are interpolated, so that rarity counts without steps. */
const centers = new Map([
  [0.99, 0],
  [0.3, Math.log2(0.45)],
  [0.2, Math.log2(0.35)],
  [0.1, Math.log2(0.17)],
  [0, Math.log2(0.06)],
])
const setCenters = new Map([
  [12, Math.log2(16)],
  [8, Math.log2(10)],
  [5, Math.log2(6.4)],
  [3, Math.log2(3.9)],
  [2, Math.log2(2.5)],
  [1, Math.log2(1.4)],
  [0.3, Math.log2(0.55)],
  [0, Math.log2(0.1)],
])

/** The worth at which the bits of a band hold. */
export function worthAt({ edges }: Layout, rank: number, edge: number): number {
  const known = edges[rank]?.[0] === 12 ? setCenters : centers
  return 2 ** (known.get(edge) ?? 0)
}

/** What a pair's agreement is worth: the bits of its level, interpolated by worth towards the neighboring band of the same rank. */
export function bitsOfWorth(
  { bits }: ChannelWeights,
  layout: Layout,
  rank: number,
  worth: number,
): number {
  const edges = layout.edges[rank] ?? []
  const first = layout.firstOf[rank] ?? 0
  const where = Math.log2(worth)
  const known = edges[0] === 12 ? setCenters : centers
  let before = Number.NaN
  for (let band = 0; band < edges.length; band++) {
    const center = known.get(edges[band] ?? 0) ?? 0
    if (center <= where) {
      if (band === 0) return at(bits, first)
      const share = (where - center) / (before - center)
      return share * at(bits, first + band - 1) + (1 - share) * at(bits, first + band)
    }
    before = center
  }
  return at(bits, first + edges.length - 1)
}

/** The rank that a level belongs to; −1 for "differ". */
export function rankOfLevel(layout: Layout, level: number): number {
  if (layout.differ <= level) return -1
  return layout.firstOf.findLastIndex((first) => first <= level)
}

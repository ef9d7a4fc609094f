import type { ChannelRule } from './channel.ts'

/**
 * The levels of a channel as learning sees them: every rank of agreement split by how rare what is shared is, then
 * "differ". How much rarity counts is so learnt from the data and not assumed.
 */
export interface Layout {
  readonly levels: number
  /** By rank, the level of its first band. */
  readonly firstOf: readonly number[]
  /** By rank, the least worth of each band, falling; the last is 0. */
  readonly edges: readonly (readonly number[])[]
  readonly differ: number
}

/**
 * Worth is the sum of 1 / (other holders) over what is shared: 1 for a value that no third party holds, below .1 when more than ten do. Sets of images
 * and titles go beyond it.
 */
const edgesOf = {
  same: [0.99, 0.3, 0.1, 0],
  near: [0.99, 0.2, 0],
  set: [12, 8, 5, 3, 2, 1, 0.3, 0],
} as const

export function layoutOf(rule: ChannelRule): Layout {
  const edges = rule.levels.map(({ name }) => edgesOf[rule.catalogue === undefined ? name : 'set'])
  const firstOf: number[] = []
  let next = 0
  for (const own of edges) {
    firstOf.push(next)
    next += own.length
  }
  return { levels: next + 1, firstOf, edges, differ: next }
}

/** The level that sharing so much at a rank reaches. */
export function levelAt({ firstOf, edges }: Layout, rank: number, worth: number): number {
  const own = edges[rank] ?? []
  let band = 0
  while (worth < (own[band] ?? 0)) band++
  return (firstOf[rank] ?? 0) + band
}

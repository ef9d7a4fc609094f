import type { ChannelRule } from './channel.ts'

/** Into which bands rarity is split. */
export type Banding = 'same' | 'near' | 'set' | 'common'

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
  /** By rank and band, the worth at which the bits of the band hold exactly; between two, they are interpolated, so that rarity counts without steps. */
  readonly centers: readonly (readonly number[])[]
  readonly differ: number
}

/**
 * Least worth of each band, and the worth at which its bits hold. Worth is the sum of 1 / (other holders) over what is shared: 1 for a value that no third party holds, below .1 when
 * more than ten do. Sets of images and titles go beyond it; what thousands have goes far below, and a name that thirty bear still says more than one of thousands.
 */
const bandings: Readonly<Record<Banding, readonly (readonly [edge: number, center: number])[]>> = {
  same: [
    [0.99, 1],
    [0.3, 0.45],
    [0.1, 0.17],
    [0.03, 0.055],
    [0.01, 0.0175],
    [0, 0.006],
  ],
  near: [
    [0.99, 1],
    [0.2, 0.35],
    [0.03, 0.075],
    [0.003, 0.01],
    [0, 0.001],
  ],
  set: [
    [12, 16],
    [8, 10],
    [5, 6.4],
    [3, 3.9],
    [2, 2.5],
    [1, 1.4],
    [0.3, 0.55],
    [0, 0.1],
  ],
  common: [
    [0.1, 0.3],
    [0.01, 0.03],
    [0.001, 0.003],
    [0.0001, 0.0003],
    [0, 0.00003],
  ],
}

export function layoutOf(rule: ChannelRule): Layout {
  const bands = rule.levels.map(
    ({ name, banding = name }) => bandings[rule.catalogue === undefined ? banding : 'set'],
  )
  const firstOf: number[] = []
  let next = 0
  for (const own of bands) {
    firstOf.push(next)
    next += own.length
  }
  return {
    levels: next + 1,
    firstOf,
    edges: bands.map((own) => own.map(([edge]) => edge)),
    centers: bands.map((own) => own.map(([, center]) => center)),
    differ: next,
  }
}

/** The level that sharing so much at a rank reaches. */
export function levelAt({ firstOf, edges }: Layout, rank: number, worth: number): number {
  const own = edges[rank] ?? []
  let band = 0
  while (worth < (own[band] ?? 0)) band++
  return (firstOf[rank] ?? 0) + band
}

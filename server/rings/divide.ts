import { compareText } from '../domain/canonical.ts'
import { byPart } from './by-part.ts'
import { membersOf } from './kernel/aggregate.ts'
import { csrOf } from './kernel/csr.ts'
import { leiden } from './kernel/leiden.ts'
import type { Step } from './steps.ts'

/** Bits of one step count up to here as weight, so that a single certain link does not decide a division. */
const bitsAtMost = 20
const bitsAtLeast = 0.1
/** What a pair must bring, in bits, to belong together, at first. */
const firstResolution = 0.5
/** What stays too large is asked for more, up to this share of what its links bring on average: beyond it, shops that are all linked to each other would fall apart. */
const mostOfMean = 0.5

interface DivideOptions {
  readonly seed: number
  readonly maxSize: number
}

/**
 * Divides a part that holds more than `maxSize` shops into communities, each connected within itself.
 *
 * The constant Potts model on bits (Traag, Van Dooren and Nesterov 2011, doi:10.1103/PhysRevE.84.016114) by Leiden: a pair without a link counts against a community, whatever the size
 * of the rest of the store, which modularity would let in. What is still too large is divided again at twice the resolution, until nothing divides it: shops that are all linked
 * to each other stay together. Each community is sorted.
 */
export function divide(
  shops: readonly string[],
  steps: readonly Step[],
  options: DivideOptions,
): string[][] {
  return divideAt(firstResolution, shops.toSorted(compareText), steps, options)
}

function divideAt(
  resolution: number,
  shops: string[],
  steps: readonly Step[],
  options: DivideOptions,
): string[][] {
  if (shops.length <= options.maxSize || mostOfMean * meanBits(steps) < resolution) return [shops]
  const pieces = communitiesOf(resolution, shops, steps, options.seed)
  const inside = byPart(steps, pieces)
  return pieces.flatMap((piece, place) =>
    divideAt(2 * resolution, piece, inside[place] ?? [], options),
  )
}

function bitsOf({ link }: Step): number {
  return Math.min(Math.max(link.bits, bitsAtLeast), bitsAtMost)
}

/** The weakest first, so that the mean does not depend on their order. */
function meanBits(steps: readonly Step[]): number {
  const bits = Float64Array.from(steps, bitsOf).sort()
  return bits.reduce((sum, own) => sum + own, 0) / Math.max(1, bits.length)
}

/** `shops` are sorted, and so is each piece. */
function communitiesOf(
  resolution: number,
  shops: readonly string[],
  steps: readonly Step[],
  seed: number,
): string[][] {
  const places = new Map(shops.map((shop, place) => [shop, place]))
  const placeOf = (shop: string) => places.get(shop) ?? -1
  const graph = csrOf(shops.length, {
    from: Int32Array.from(steps, ({ a }) => placeOf(a)),
    to: Int32Array.from(steps, ({ b }) => placeOf(b)),
    weights: Float64Array.from(steps, bitsOf),
  })
  const communities = leiden(graph, { quality: 'cpm', resolution, seed })
  const count = 1 + communities.reduce((most, own) => Math.max(most, own), -1)
  const { order, first } = membersOf(communities, count)
  return Array.from({ length: count }, (_, own) =>
    Array.from(order.subarray(first[own], first[own + 1]), (place) => shops[place] ?? ''),
  )
}

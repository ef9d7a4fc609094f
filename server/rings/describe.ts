import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { type Channel, channels } from '../domain/link.ts'
import type { ProposedBridge, Ring, Strain } from '../domain/ring.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { fragilityOf } from './fragility/fragility.ts'
import { memberships } from './paths.ts'
import type { ShopHarms } from './rank/shop-harm.ts'
import { rankParts } from './rank.ts'
import type { Step } from './steps.ts'

/** Everything that one ring is described from; its rank among the others comes later and is 1 until then. */
export interface RingInput {
  readonly shops: readonly string[]
  /** Those with both ends in the ring, surest first. */
  readonly steps: readonly Step[]
  readonly bridges: readonly ProposedBridge[]
  /** Of which it holds at least one shop. */
  readonly strains: readonly Strain[]
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly newest: IsoDate | undefined
  readonly harms: ShopHarms
  /** Links at or above it hold rings together. */
  readonly threshold: Probability
}

export function describeRing(input: RingInput): Ring {
  const { shops, steps, bridges, nodes } = input
  const keys = firstOpenedFirst(shops, nodes)
  const members = memberships(keys, steps)
  const known = keys.flatMap((key) => nodes.get(key) ?? [])
  const size = keys.length
  const closed = known.filter(isClosed).length
  const first = keys[0] ?? ''
  const fragility = fragilityOf(keys, steps, input.threshold)
  return {
    id: first.replace(/^shop:/, 'ring:'),
    name: nodes.get(first)?.name ?? first.replace(/^shop:/, ''),
    rank: 1,
    parts: rankParts({ ...input, shops: known, size, live: size - closed, members }),
    members,
    size,
    live: size - closed,
    closed,
    weakestStep: Math.min(...members.map(({ weakestStep }) => weakestStep)) as Probability,
    bridges: [...bridges],
    channels: mostUsed(steps),
    ...(input.strains.length > 0 && { strains: [...input.strains] }),
    ...(fragility && { fragility }),
  }
}

/** By first opening, then key; a shop whose opening nobody recorded comes last. */
function firstOpenedFirst(
  shops: readonly string[],
  nodes: ReadonlyMap<string, GraphNode>,
): string[] {
  const opened = (shop: string) => {
    const node = nodes.get(shop)
    return node?.lives.find(({ from }) => from !== undefined)?.from ?? node?.firstSeen ?? '~'
  }
  return shops.toSorted((x, y) => compareText(opened(x), opened(y)) || compareText(x, y))
}

function isClosed({ lives }: GraphNode): boolean {
  return lives.at(-1)?.to !== undefined
}

/** Channels by how many steps they speak for; equal ones in the order of the model. */
function mostUsed(steps: readonly Step[]): Channel[] {
  const used = steps.flatMap(({ link }) => link.channels)
  const count = (channel: Channel) => used.filter((other) => other === channel).length
  return channels
    .filter((channel) => used.includes(channel))
    .toSorted((x, y) => count(y) - count(x))
}

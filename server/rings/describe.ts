import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { type NodeKey, shopReference } from '../domain/keys.ts'
import { isOver } from '../domain/life.ts'
import { type Channel, channels } from '../domain/link.ts'
import type { ProposedBridge, Ring, Strain } from '../domain/ring.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { fragilityOf } from './fragility/fragility.ts'
import { memberships } from './paths.ts'
import type { ShopHarms } from './rank/shop-harm.ts'
import { rankParts } from './rank.ts'
import type { Step } from './steps.ts'
import { isWitness } from './witness.ts'

/** Everything that one ring is described from; its rank among the others comes later and is 1 until then. */
export interface RingInput {
  readonly shops: readonly string[]
  /** Those with both ends in the ring, surest first. */
  readonly steps: readonly Step[]
  readonly bridges: readonly ProposedBridge[]
  /** Of which it holds at least one shop. */
  readonly strains: readonly Strain[]
  readonly nodes: ReadonlyMap<string, GraphNode | undefined>
  readonly newest: IsoDate | undefined
  readonly harms: ShopHarms
  /** Links at or above it hold rings together. */
  readonly threshold: Probability
}

export function describeRing(input: RingInput): Ring {
  const { shops, steps, bridges, nodes } = input
  const sorted = firstOpenedFirst(shops, nodes)
  const keys = sorted.map(({ shop }) => shop)
  const members = memberships(keys, steps)
  const known = sorted.map(({ node }) => node).filter((node) => node !== undefined)
  const size = keys.length
  const closed = known.filter(isClosed).length
  const first = keys[0] ?? ''
  const fragility = fragilityOf(keys, steps, input.threshold)
  return {
    ...calledAfter(first, sorted[0]?.node),
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

/** Id and name of a ring whose first shop this is. */
export function calledAfter(shop: string, node: GraphNode | undefined): Pick<Ring, 'id' | 'name'> {
  const reference = shopReference(shop as NodeKey)
  const id = shop.startsWith('shop:') ? `ring:${reference}` : shop
  return { id, name: node?.name ?? reference }
}

export function isClosed({ lives }: Pick<GraphNode, 'lives'>): boolean {
  const last = lives.at(-1)
  return last !== undefined && isOver(last)
}

/** Channels that hold a ring together, by how many steps they speak for; equal ones in the order of the model. */
export function mostUsed(steps: readonly Pick<Step, 'link'>[]): Channel[] {
  const counts = new Map<Channel, number>()
  for (const { link } of steps)
    for (const channel of link.channels) counts.set(channel, (counts.get(channel) ?? 0) + 1)
  const used = channels.filter((channel) => isWitness(channel) && counts.has(channel))
  return used.sort((x, y) => (counts.get(y) ?? 0) - (counts.get(x) ?? 0))
}

/** By first opening, then key; a shop whose opening nobody recorded comes last. */
function firstOpenedFirst(
  shops: readonly string[],
  nodes: RingInput['nodes'],
): { readonly shop: string; readonly node: GraphNode | undefined }[] {
  return shops
    .map((shop) => opened(shop, nodes.get(shop)))
    .sort((x, y) => compareText(x.on, y.on) || compareText(x.shop, y.shop))
}

function opened(shop: string, node: GraphNode | undefined) {
  return { shop, node, on: openingOf(node) }
}

function openingOf(node: GraphNode | undefined): string {
  return node?.lives.find(({ from }) => from !== undefined)?.from ?? node?.firstSeen ?? '~'
}

import { compareText } from '../domain/canonical.ts'
import type { GraphNode } from '../domain/graph.ts'
import { type Channel, channels } from '../domain/link.ts'
import type { ProposedBridge, Ring } from '../domain/ring.ts'
import type { IsoDate, Probability } from '../domain/units.ts'
import { memberships } from './paths.ts'
import { rankParts } from './rank.ts'
import type { Step } from './steps.ts'

/** Everything that one ring is described from; its rank among the others comes later and is 1 until then. */
export interface RingInput {
  readonly shops: readonly string[]
  /** Those with both ends in the ring, surest first. */
  readonly steps: readonly Step[]
  readonly bridges: readonly ProposedBridge[]
  readonly nodes: ReadonlyMap<string, GraphNode>
  readonly newest: IsoDate | undefined
}

export function describeRing({ shops, steps, bridges, nodes, newest }: RingInput): Ring {
  const keys = firstOpenedFirst(shops, nodes)
  const members = memberships(keys, steps)
  const known = keys.flatMap((key) => nodes.get(key) ?? [])
  const size = keys.length
  const closed = known.filter(isClosed).length
  const first = keys[0] ?? ''
  return {
    id: first.replace(/^shop:/, 'ring:'),
    name: nodes.get(first)?.name ?? first.replace(/^shop:/, ''),
    rank: 1,
    parts: rankParts({ shops: known, size, live: size - closed, steps, newest }),
    members,
    size,
    live: size - closed,
    closed,
    weakestStep: Math.min(...members.map(({ weakestStep }) => weakestStep)) as Probability,
    bridges: [...bridges],
    channels: mostUsed(steps),
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

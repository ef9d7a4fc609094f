import type { GraphNode } from '../domain/graph.ts'
import type { HolderCount, WalkReads } from '../store/walk-reads.ts'

/** Up to here holders are told apart one by one; above it relations are counted, and only few name a shop twice. */
const exactUpTo = 200

type Reads = Pick<WalkReads, 'holderCounts'>

/** How many shops of the whole store hold each node that is not a shop. */
export async function countHolders(
  store: Reads,
  nodes: readonly GraphNode[],
): Promise<Record<string, number>> {
  const keys = nodes.flatMap(({ key, kind }) => (kind === 'Shop' ? [] : [key]))
  return Object.fromEntries(await holdersOfAll(store, keys))
}

/** How many shops of the whole store hold one node. */
export async function holdersOf(store: Reads, key: string): Promise<number> {
  return (await holdersOfAll(store, [key])).get(key) ?? 0
}

/** The same of many nodes, in their order; none where no shop holds it. */
export async function holdersOfAll(
  store: Reads,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const counted = await store.holderCounts(keys)
  const held = new Map(counted.map((count) => [count.key, heldBy(count)]))
  return new Map(keys.map((key) => [key, held.get(key) ?? 0]))
}

/** A shop can hold a node in two ways, such as an account that it both collects and settles into. */
function heldBy({ relations, shops }: HolderCount): number {
  return exactUpTo < relations ? relations : shops
}

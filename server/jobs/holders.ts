import type { GraphNode } from '../domain/graph.ts'
import type { GraphReads, NeighbourCount } from '../store/port.ts'

/** Up to here holders are told apart one by one; above it relations are counted, and only few name a shop twice. */
const exactUpTo = 200

/** How many shops of the whole store hold each node that is not a shop. */
export async function countHolders(
  store: GraphReads,
  nodes: readonly GraphNode[],
): Promise<Record<string, number>> {
  const holders: Record<string, number> = {}
  for (const { key, kind } of nodes) {
    if (kind !== 'Shop') holders[key] = await holdersOf(store, key)
  }
  return holders
}

/** How many shops of the whole store hold one node. */
export async function holdersOf(store: GraphReads, key: string): Promise<number> {
  const counts = (await store.neighbourCounts(key)).filter(
    ({ kind, direction }) => kind === 'Shop' && direction === 'in',
  )
  const relations = counts.reduce((sum, { count }) => sum + count, 0)
  if (relations <= 1 || relations > exactUpTo) return relations
  return distinctShops(store, key, counts)
}

/** A shop can hold a node in two ways, such as an account that it both collects and settles into. */
async function distinctShops(
  store: GraphReads,
  key: string,
  counts: readonly NeighbourCount[],
): Promise<number> {
  const shops = new Set<string>()
  for (const { type, direction, kind } of counts) {
    const page = await store.neighbours(key, { type, direction, kind, limit: exactUpTo })
    for (const { node } of page.items) shops.add(node.key)
  }
  return shops.size
}

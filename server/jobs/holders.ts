import type { BareNode } from '../domain/graph.ts'
import type { WalkReads } from '../store/walk-reads.ts'
import { givesWay } from './give-way.ts'

/** Up to here holders are told apart one by one, as a shop can hold a node in two ways, such as an account that it both collects and settles into. */
const exactUpTo = 200

type Reads = Pick<WalkReads, 'holderCounts'>

/** How many shops of the whole store hold each node that is not a shop. */
export async function countHolders(
  store: Reads,
  nodes: readonly BareNode[],
): Promise<Record<string, number>> {
  const keys = nodes.flatMap(({ key, kind }) => (kind === 'Shop' ? [] : [key]))
  return Object.fromEntries(await holdersOfAll(store, keys))
}

/** How many shops of the whole store hold one node. */
export async function holdersOf(store: Reads, key: string): Promise<number> {
  return (await holdersOfAll(store, [key])).get(key) ?? 0
}

/** Values whose holders are counted at a time. */
const atOnce = 500

/** The same of many nodes, in their order; none where no shop holds it. Others are answered meanwhile. */
export async function holdersOfAll(
  store: Reads,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const holders = new Map(keys.map((key) => [key, 0]))
  const breathe = givesWay()
  for (let start = 0; start < keys.length; start += atOnce) {
    const held = await store.holderCounts(keys.slice(start, start + atOnce), exactUpTo)
    for (const [key, count] of held) holders.set(key, count)
    await breathe()
  }
  return holders
}

import type { BareNode, GraphNode } from '../domain/graph.ts'
import { plainKey, toKey } from '../domain/keys.ts'
import type { GraphReads } from '../store/port.ts'
import { ProblemError } from './problem.ts'

/** The node that a reference names (a key, also one of a version that told platforms apart by their letters, or `platform/id` for a shop); throws `node-unknown` when the store has none. */
export async function knownNode(
  store: Pick<GraphReads, 'bareNodes'>,
  reference: string,
): Promise<BareNode> {
  const key = keyOf(reference)
  const nodes = await store.bareNodes([...new Set([key, plainKey(key)])])
  return known(nodes.find((node) => node.key === key) ?? nodes[0], reference)
}

/** The same with the records that say so. */
export async function knownWithRecords(
  store: Pick<GraphReads, 'node'>,
  reference: string,
): Promise<GraphNode> {
  const key = keyOf(reference)
  return known((await store.node(key)) ?? (await store.node(plainKey(key))), reference)
}

/** The key that a reference means, whether or not there is such a node. */
export function keyOf(reference: string): string {
  return toKey(reference) ?? reference
}

function known<Node>(node: Node | undefined, reference: string): Node {
  if (node !== undefined) return node
  throw new ProblemError(
    'node-unknown',
    `Nothing in the store has the key ${reference}; search for a name or an identifier instead.`,
  )
}

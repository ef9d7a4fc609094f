import type { BareNode, GraphNode } from '../domain/graph.ts'
import { toKey } from '../domain/keys.ts'
import type { GraphReads } from '../store/port.ts'
import { ProblemError } from './problem.ts'

/** The node that a reference names (a key, or `platform/id` for a shop); throws `node-unknown` when the store has none. */
export async function knownNode(
  store: Pick<GraphReads, 'bareNodes'>,
  reference: string,
): Promise<BareNode> {
  const [node] = await store.bareNodes([keyOf(reference)])
  return known(node, reference)
}

/** The same with the records that say so. */
export async function knownWithRecords(
  store: Pick<GraphReads, 'node'>,
  reference: string,
): Promise<GraphNode> {
  return known(await store.node(keyOf(reference)), reference)
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

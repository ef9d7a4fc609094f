import type { GraphNode } from '../domain/graph.ts'
import { toKey } from '../domain/keys.ts'
import type { GraphReads } from '../store/port.ts'
import { ProblemError } from './problem.ts'

/** The node that a reference names (a key, or `platform/id` for a shop); throws `node-unknown` when the store has none. */
export async function knownNode(
  store: Pick<GraphReads, 'node'>,
  reference: string,
): Promise<GraphNode> {
  const node = await store.node(keyOf(reference))
  if (node !== undefined) return node
  throw new ProblemError(
    'node-unknown',
    `Nothing in the store has the key ${reference}; search for a name or an identifier instead.`,
  )
}

/** The key that a reference means, whether or not there is such a node. */
export function keyOf(reference: string): string {
  return toKey(reference) ?? reference
}

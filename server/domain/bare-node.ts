import { type FoldState, nodeOf } from './fold-state.ts'
import type { BareNode, GraphNode } from './graph.ts'
import type { NodeKey } from './keys.ts'

/** A node without the records that say so. */
export function bareNode({ records: _, ...bare }: GraphNode): BareNode {
  return bare
}

/** The same of a state that was folded. */
export function bareNodeOf(key: NodeKey, state: FoldState): BareNode {
  return bareNode(nodeOf(key, state, []))
}

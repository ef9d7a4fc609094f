import { edgeOf, type FoldState } from './fold-state.ts'
import type { BareEdge, GraphEdge } from './graph.ts'

/** A relation without the records that say so. */
export function bareEdge({ records: _, ...bare }: GraphEdge): BareEdge {
  return bare
}

/** The same of a state that was folded. */
export function bareEdgeOf(id: Parameters<typeof edgeOf>[0], state: FoldState): BareEdge {
  return bareEdge(edgeOf(id, state, []))
}

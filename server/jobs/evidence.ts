import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { GraphReads, RecordReads, Work } from '../store/port.ts'
import { allDecisions } from './decisions.ts'
import type { OnProgress } from './progress.ts'

const nodesPerTelling = 5_000

/** Everything in the store that speaks for or against links, read out in the store's canonical order. */
export async function readEvidence(
  store: GraphReads & RecordReads & Work,
  onProgress: OnProgress,
): Promise<Evidence> {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const tell = () => {
    const done = nodes.length + edges.length
    if (done % nodesPerTelling === 0) onProgress({ stage: 'read', done })
  }
  for await (const node of store.scanNodes()) {
    nodes.push(node)
    tell()
  }
  for await (const edge of store.scanEdges()) {
    edges.push(edge)
    tell()
  }
  onProgress({ stage: 'read', done: nodes.length + edges.length })
  return { nodes, edges, decisions: await allDecisions(store) }
}

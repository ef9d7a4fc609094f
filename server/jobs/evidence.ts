import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { GraphReads, RecordReads, Work } from '../store/port.ts'
import { allDecisions } from './decisions.ts'
import { allListings } from './listings.ts'
import type { OnProgress } from './progress.ts'

const thingsPerTelling = 5_000

/** Everything in the store that speaks for or against links, read out in the store's canonical order. */
export async function readEvidence(
  store: GraphReads & RecordReads & Work,
  onProgress: OnProgress,
): Promise<Evidence> {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const tell = (listings = 0) => {
    const done = nodes.length + edges.length + listings
    if (done % thingsPerTelling === 0) onProgress({ stage: 'read', done })
  }
  for await (const node of store.scanNodes()) {
    nodes.push(node)
    tell()
  }
  for await (const edge of store.scanEdges()) {
    edges.push(edge)
    tell()
  }
  const listings = await allListings(store, tell)
  onProgress({ stage: 'read', done: nodes.length + edges.length + listings.prices.length })
  return { nodes, edges, listings, decisions: await allDecisions(store) }
}

import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Sha256 } from '../domain/units.ts'
import type { ListingColumns } from '../linkage/catalogue/listing-columns.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { GraphReads, RecordReads, Work } from '../store/port.ts'
import { allDecisions } from './decisions.ts'
import { listingReader } from './listings.ts'
import type { OnProgress } from './progress.ts'

const thingsPerTelling = 5_000

type Reads = GraphReads & RecordReads & Work

/** Everything in the store that speaks for or against links, read out in the store's canonical order. */
export async function readEvidence(store: Reads, onProgress: OnProgress): Promise<Evidence> {
  const heard = hearing(onProgress)
  for await (const node of store.scanNodes()) heard.node(node)
  for await (const edge of store.scanEdges()) heard.edge(edge)
  for await (const record of store.scanRecords(['listing'])) heard.listing(record)
  return everything(store, heard)
}

/**
 * The same with the store's canonical hash, by one reading: taking the hash by itself reads the whole graph once more. `listings` are those of the store where somebody else
 * reads them meanwhile.
 */
export async function readHashedEvidence(
  store: Reads,
  onProgress: OnProgress,
  listings?: Promise<ListingColumns>,
): Promise<{ readonly evidence: Evidence; readonly graph: Sha256 }> {
  const heard = hearing(onProgress)
  const [graph, others] = await Promise.all([store.canonicalHash(heard), listings])
  if (others === undefined)
    for await (const record of store.scanRecords(['listing'])) heard.listing(record)
  return { evidence: await everything(store, heard, others), graph }
}

/** What has been read so far. */
function hearing(onProgress: OnProgress) {
  const nodes: GraphNode[] = []
  const edges: GraphEdge[] = []
  const listings = listingReader()
  const tell = (every = thingsPerTelling) => {
    const done = nodes.length + edges.length + listings.length
    if (done % every === 0) onProgress({ stage: 'read', done })
  }
  return {
    node(node: GraphNode) {
      nodes.push(node)
      tell()
    },
    edge(edge: GraphEdge) {
      edges.push(edge)
      tell()
    },
    listing(record: SourceRecord) {
      listings.add(record)
      tell()
    },
    /** With listings that others have read, where there are any. */
    taken(others?: ListingColumns) {
      if (others === undefined) tell(1)
      else onProgress({ stage: 'read', done: nodes.length + edges.length + others.prices.length })
      return { nodes, edges, listings: others ?? listings.taken() }
    },
  }
}

type Hearing = ReturnType<typeof hearing>

async function everything(
  store: Reads,
  heard: Hearing,
  listings?: ListingColumns,
): Promise<Evidence> {
  const graph = heard.taken(listings)
  return { ...graph, decisions: await allDecisions(store), rulings: await store.rulings() }
}

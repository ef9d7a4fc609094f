import type { EdgeStatement, Facts, NodeStatement } from '../../server/domain/fact.ts'
import { foldEdge, foldNode, type Said } from '../../server/domain/fold.ts'
import type { QuarantinedRow, SourceRecord } from '../../server/domain/record.ts'
import { openDataset } from '../../server/ingest/dataset.ts'
import { readDatasetFile } from '../../server/ingest/read-file.ts'
import { withListings } from '../../server/jobs/listings.ts'
import type { Evidence } from '../../server/linkage/link-shops.ts'

export interface DatasetRead extends Evidence {
  readonly records: readonly SourceRecord[]
  readonly quarantined: readonly QuarantinedRow[]
}

/** A dataset as linkage sees it, without a store between. */
export async function evidenceOf(folder: string): Promise<DatasetRead> {
  const facts: Facts[] = []
  const quarantined: QuarantinedRow[] = []
  const dataset = await openDataset(folder)
  for (const file of dataset.files) {
    for await (const read of readDatasetFile(dataset, file)) {
      if (read.kind === 'facts') facts.push(read.facts)
      else quarantined.push(read.row)
    }
  }
  const nodes = new Map<string, Said<NodeStatement>[]>()
  const edges = new Map<string, Said<EdgeStatement>[]>()
  for (const { record, ...said } of facts) {
    for (const statement of said.nodes) {
      put(nodes, statement.key, { record: record.hash, statement })
    }
    for (const statement of said.edges) {
      const { from, type, to, discriminator } = statement
      const identity = JSON.stringify([from, type, to, discriminator])
      put(edges, identity, { record: record.hash, statement })
    }
  }
  return {
    nodes: [...nodes.values()].map(foldNode),
    edges: [...edges.values()].map(foldEdge),
    decisions: [],
    listings: withListings(
      undefined,
      facts.map(({ record }) => record).filter(({ kind }) => kind === 'listing'),
    ),
    records: facts.map(({ record }) => record),
    quarantined,
  }
}

function put<T>(said: Map<string, T[]>, key: string, value: T): void {
  const known = said.get(key)
  if (known === undefined) said.set(key, [value])
  else known.push(value)
}

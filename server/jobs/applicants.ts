import { compareText } from '../domain/canonical.ts'
import type { Decision } from '../domain/decision.ts'
import type { EdgeStatement, Facts, NodeStatement } from '../domain/fact.ts'
import { foldEdge, foldNode, type Said } from '../domain/fold.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { IsoDate } from '../domain/units.ts'
import { openDataset } from '../ingest/dataset.ts'
import { readDatasetFile } from '../ingest/read-file.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import { decisionOf } from './decisions.ts'
import { withListings } from './listings.ts'

export interface Applicants {
  /** What the store knows together with what the dataset says. */
  readonly evidence: Evidence
  /** Keys of the dataset's shops. */
  readonly shops: ReadonlySet<string>
  readonly asOf: IsoDate
}

/** Reads a dataset beside what the store knows, without loading it. */
export async function readApplicants(path: string, known: Evidence): Promise<Applicants> {
  const dataset = await openDataset(path)
  const heard: Heard = {
    nodes: new Map(),
    edges: new Map(),
    shops: new Set(),
    listings: [],
    decisions: new Map(known.decisions.map((decision) => [decision.id, decision])),
  }
  for (const file of dataset.files) {
    for await (const read of readDatasetFile(dataset, file)) {
      if (read.kind === 'facts') hear(heard, read.facts)
    }
  }
  const { shops } = heard
  const nodes = [...heard.nodes.values()].map(foldNode)
  const edges = [...heard.edges.values()].map(foldEdge)
  return {
    evidence: {
      nodes: joined(known.nodes, nodes, ({ key }) => key, shops),
      edges: joined(known.edges, edges, edgeKey, new Set()),
      decisions: [...heard.decisions.values()].toSorted((a, b) => compareText(a.id, b.id)),
      listings: withListings(known.listings, heard.listings),
      rulings: known.rulings ?? [],
    },
    shops,
    asOf: dataset.asOf,
  }
}

/** What the rows of the dataset say so far. */
interface Heard {
  readonly nodes: Map<string, Said<NodeStatement>[]>
  readonly edges: Map<string, Said<EdgeStatement>[]>
  readonly shops: Set<string>
  /** Records of listings. */
  readonly listings: SourceRecord[]
  /** By id, those that are known included. */
  readonly decisions: Map<string, Decision>
}

function hear(heard: Heard, { record, ...facts }: Facts): void {
  const { nodes, edges, shops, listings, decisions } = heard
  if (record.kind === 'listing') listings.push(record)
  const decision = record.kind === 'decision' ? decisionOf(record) : undefined
  if (decision !== undefined) decisions.set(decision.id, decision)
  for (const statement of facts.nodes) {
    put(nodes, statement.key, { record: record.hash, statement })
    if (statement.kind === 'Shop' && record.kind === 'shop') shops.add(statement.key)
  }
  for (const statement of facts.edges) {
    put(edges, edgeKey(statement), { record: record.hash, statement })
  }
}

function put<T>(said: Map<string, Said<T>[]>, key: string, one: Said<T>): void {
  const list = said.get(key)
  if (list === undefined) said.set(key, [one])
  else list.push(one)
}

/** What the store knows stays as it is, except for the things that the dataset is about. */
function joined<T extends GraphNode | GraphEdge>(
  known: readonly T[],
  added: readonly T[],
  keyOf: (one: T) => string,
  replaced: ReadonlySet<string>,
): T[] {
  const all = new Map(known.map((one) => [keyOf(one), one]))
  for (const one of added) {
    if (!all.has(keyOf(one)) || replaced.has(keyOf(one))) all.set(keyOf(one), one)
  }
  return [...all.values()]
}

function edgeKey({ from, type, to, discriminator }: EdgeStatement | GraphEdge): string {
  return JSON.stringify([from, type, to, discriminator])
}

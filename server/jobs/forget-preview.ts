import type { Facts } from '../domain/fact.ts'
import { RefusalError } from '../domain/failure.ts'
import type { ForgetPreview } from '../domain/forget-preview.ts'
import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { coded, refusal } from '../domain/refusals.ts'
import type { Unwanted } from '../store/past-reads.ts'
import type { Store } from '../store/port.ts'
import { refuseForgetting } from './forget.ts'
import { mentionsOf } from './forget-mentions.ts'

/** Nodes that are read at a time. */
const nodesAtOnce = 500

/** What forgetting would erase, what mentions it and stays, and why it cannot be done where it cannot. Throws a RefusalError where there is nothing of the kind. */
export async function previewForgetting(store: Store, unwanted: Unwanted): Promise<ForgetPreview> {
  const said = await store.unwanted(unwanted)
  if (said.length === 0) throw refusal('forget-nothing', { what: unwanted.what })
  const { leaving, kept } = await nodesOf(store, said)
  const edges = await edgesLeaving(store, said)
  const gone = new Set(leaving.map(({ key }) => key))
  const asked = askedFor(unwanted)
  const mentioned = unwanted.what === 'node' ? new Set([...gone, asked]) : gone
  const name = unwanted.what === 'node' ? (await store.node(asked))?.name : undefined
  return {
    what: unwanted.what,
    asked,
    ...(name !== undefined && { name }),
    versions: said.length,
    records: countBy(said, ({ record }) => record.kind),
    datasets: Object.entries(countBy(said, ({ record }) => record.dataset)).map(
      ([dataset, versions = 0]) => ({ dataset, versions }),
    ),
    nodes: countBy(leaving, ({ kind }) => kind),
    edges: countBy(edges, ({ type }) => type),
    nodesKept: kept,
    mentions: await mentionsOf(store, said, mentioned),
    ...(await refusedNow(store, said)),
  }
}

function askedFor(unwanted: Unwanted): string {
  if (unwanted.what === 'dataset') return unwanted.dataset
  return unwanted.what === 'record' ? unwanted.hash : unwanted.key
}

async function refusedNow(
  store: Store,
  said: readonly Facts[],
): Promise<Pick<ForgetPreview, 'refusal'>> {
  try {
    await refuseForgetting(store, said)
    return {}
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error
    const known = error.refusal === undefined ? {} : { coded: coded(error.refusal) }
    return { refusal: { detail: error.message, ...known } }
  }
}

/** Nodes that only these records name, and how many others name as well. */
async function nodesOf(store: Store, said: readonly Facts[]) {
  const hashes: ReadonlySet<string> = new Set(said.map(({ record }) => record.hash))
  const leaving: GraphNode[] = []
  let kept = 0
  for (const keys of inChunks(keysIn(said))) {
    for (const node of await store.nodes(keys)) {
      if (node.records.every((hash) => hashes.has(hash))) leaving.push(node)
      else kept += 1
    }
  }
  return { leaving, kept }
}

async function edgesLeaving(store: Store, said: readonly Facts[]): Promise<GraphEdge[]> {
  const hashes: ReadonlySet<string> = new Set(said.map(({ record }) => record.hash))
  const starts = [...new Set(said.flatMap(({ edges }) => edges.map(({ from }) => from)))]
  const ends = [...new Set(said.flatMap(({ edges }) => edges.map(({ to }) => to)))]
  const leaving: GraphEdge[] = []
  for (const from of inChunks(starts)) {
    const edges = await store.edgesAmong([...new Set([...from, ...ends])], from)
    leaving.push(...edges.filter(({ records }) => records.every((hash) => hashes.has(hash))))
  }
  return leaving
}

function keysIn(said: readonly Facts[]): string[] {
  return [...new Set(said.flatMap(({ nodes }) => nodes.map(({ key }) => key)))]
}

function countBy<T, Kind extends string>(
  items: readonly T[],
  kindOf: (item: T) => Kind,
): Partial<Record<Kind, number>> {
  const counts = new Map<Kind, number>()
  for (const item of items) counts.set(kindOf(item), (counts.get(kindOf(item)) ?? 0) + 1)
  const sorted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted) as Partial<Record<Kind, number>>
}

function* inChunks(keys: readonly string[]): Generator<string[]> {
  for (let start = 0; start < keys.length; start += nodesAtOnce)
    yield keys.slice(start, start + nodesAtOnce)
}

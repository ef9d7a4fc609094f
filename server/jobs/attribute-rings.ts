import type { Attribution } from '../domain/attribution.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { Ring } from '../domain/ring.ts'
import type { Evidence } from '../linkage/link-shops.ts'
import type { RecordReads } from '../store/port.ts'
import { ofSupply } from '../trace/supply-graph.ts'
import { traceRing } from '../trace/trace-ring.ts'
import type { OnProgress } from './progress.ts'

/** Factories and places behind every ring, ring after ring by rank. */
export async function attributeRings(
  store: RecordReads,
  rings: readonly Ring[],
  evidence: Evidence,
  onProgress: OnProgress,
): Promise<Attribution[]> {
  const nodes = new Map(evidence.nodes.map((node) => [node.key, node]))
  const records: SourceRecord[] = []
  for await (const record of store.scanRecords(['parcel', 'test_buy'])) records.push(record)
  const touching = new Map(
    Array.from(byEnd(evidence.edges), ([key, edges]) => [key, leading(edges)] as const),
  )
  const attributions: Attribution[] = []
  for (const [done, ring] of rings.entries()) {
    onProgress({ stage: 'rings', done, total: rings.length })
    attributions.push(...traceRing(ring, { nodes, edges: edgesNear(ring, touching), records }))
  }
  onProgress({ stage: 'rings', done: rings.length, total: rings.length })
  return attributions
}

/** Steps from a shop of the ring to the farthest relation that a trace follows or counts. */
const hops = 3
/** What more relations than this meet at leads on along the supply alone: an agent's telephone brings no factory near. */
const mostRelations = 60

/** The relations within three hops of a ring; a trace of one ring need not read those of all others. */
function edgesNear(
  ring: Ring,
  touching: ReadonlyMap<string, readonly GraphEdge[]>,
): readonly GraphEdge[] {
  const found = new Set<GraphEdge>()
  const reached = new Set(ring.members.map(({ shop }) => shop))
  let frontier = [...reached]
  for (let hop = 0; hop < hops; hop += 1) {
    const edges = frontier.flatMap((key) => touching.get(key) ?? [])
    for (const edge of edges) found.add(edge)
    frontier = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter(
      (key) => !reached.has(key),
    )
    for (const key of frontier) reached.add(key)
  }
  return [...found]
}

function leading(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  return edges.length <= mostRelations ? edges : edges.filter(({ type }) => ofSupply.has(type))
}

function byEnd(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const touching = new Map<string, GraphEdge[]>()
  for (const edge of edges) {
    for (const key of new Set([edge.from, edge.to])) {
      const list = touching.get(key)
      if (list === undefined) touching.set(key, [edge])
      else list.push(edge)
    }
  }
  return touching
}

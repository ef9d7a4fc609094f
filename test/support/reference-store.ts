import type { Facts } from '../../server/domain/fact.ts'
import { foldEdge, foldNode, type Said } from '../../server/domain/fold.ts'
import type {
  BareEdge,
  BareNode,
  FoundNode,
  GraphEdge,
  GraphNode,
} from '../../server/domain/graph.ts'
import { canonicalHash } from '../../server/store/canonical-hash.ts'
import { compareEdges } from '../../server/store/compare-edges.ts'
import { edgeIdentity } from '../../server/store/edge-id.ts'
import type { Expanded, NeighbourCount } from '../../server/store/port.ts'

/** What a store must answer, worked out from all current facts at once and kept nowhere. */
export interface Reference {
  load(source: string, rows: readonly Facts[]): void
  nodes(): GraphNode[]
  bareNodes(): BareNode[]
  edges(): GraphEdge[]
  bareEdges(): BareEdge[]
  /** All that a node is related to, counted. */
  around(key: string): Expanded
  /** Nodes that any record calls by a name that holds a text. */
  named(part: string): FoundNode[]
  hash(): Promise<string>
}

export function referenceStore(): Reference {
  const current = new Map<string, readonly Facts[]>()
  const said = () => [...current.values()].flat()
  const reference: Reference = {
    load(source, rows) {
      const once = new Map(rows.map((row) => [row.record.hash, row]))
      current.set(source, [...once.values()])
    },
    nodes: () =>
      [
        ...groups(
          said(),
          (row) => row.nodes,
          (one) => one.key,
        ),
      ]
        .map(foldNode)
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    bareNodes: () => reference.nodes().map(({ records: _, ...bare }) => bare),
    edges: () =>
      [...groups(said(), (row) => row.edges, edgeIdentity)].map(foldEdge).toSorted(compareEdges),
    bareEdges: () => reference.edges().map(({ records: _, ...bare }) => bare),
    around: (key) => countedAround(key, reference.bareNodes(), reference.bareEdges()),
    named: (part) =>
      reference.bareNodes().flatMap((node) => {
        if (node.name.includes(part)) return [node]
        const statements = said().flatMap(({ nodes }) =>
          nodes.filter(({ key }) => key === node.key),
        )
        const foundAs = statements.find(({ name }) => name?.includes(part))?.name
        return foundAs === undefined ? [] : [{ ...node, foundAs }]
      }),
    hash: () =>
      canonicalHash(
        {
          scanNodes: () => asyncOf(reference.nodes()),
          scanEdges: () => asyncOf(reference.edges()),
        },
        asyncOf(
          said()
            .map(({ record }) => record.hash)
            .toSorted(),
        ),
      ),
  }
  return reference
}

function countedAround(
  key: string,
  nodes: readonly BareNode[],
  edges: readonly BareEdge[],
): Expanded {
  const counts = new Map<string, NeighbourCount>()
  const placed = edges
    .filter(({ from, to }) => from === key || to === key)
    .map((edge) => neighbourAt(key, edge, nodes))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
  for (const { group } of placed) {
    const id = JSON.stringify(group)
    counts.set(id, { ...group, count: 1 + (counts.get(id)?.count ?? 0) })
  }
  return { counts: [...counts.values()], items: placed.map(({ item }) => item) }
}

function neighbourAt(key: string, edge: BareEdge, nodes: readonly BareNode[]) {
  const [direction, other] =
    edge.from === key ? (['out', edge.to] as const) : (['in', edge.from] as const)
  const node = nodes.find((one) => one.key === other)
  if (node === undefined) throw new Error('a relation leads nowhere')
  const group = { type: edge.type, direction, kind: node.kind }
  const place = [...Object.values(group), node.key, edge.discriminator].join('\n')
  return { place, group, item: { edge, node } }
}

function groups<T>(
  rows: readonly Facts[],
  statementsOf: (row: Facts) => readonly T[],
  identity: (statement: T) => string,
): Iterable<Said<T>[]> {
  const grouped = new Map<string, Said<T>[]>()
  for (const row of rows) {
    for (const statement of statementsOf(row)) {
      const group = grouped.get(identity(statement)) ?? []
      grouped.set(identity(statement), [...group, { record: row.record.hash, statement }])
    }
  }
  return grouped.values()
}

async function* asyncOf<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

import type { Facts } from '../../server/domain/fact.ts'
import { foldEdge, foldNode, type Said } from '../../server/domain/fold.ts'
import type { FoundNode, GraphEdge, GraphNode } from '../../server/domain/graph.ts'
import { canonicalHash } from '../../server/store/canonical-hash.ts'
import { compareEdges } from '../../server/store/compare-edges.ts'
import { edgeIdentity } from '../../server/store/edge-id.ts'

/** What a store must answer, worked out from all current facts at once and kept nowhere. */
export interface Reference {
  load(source: string, rows: readonly Facts[]): void
  nodes(): GraphNode[]
  edges(): GraphEdge[]
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
    edges: () =>
      [...groups(said(), (row) => row.edges, edgeIdentity)].map(foldEdge).toSorted(compareEdges),
    named: (part) =>
      reference.nodes().flatMap((node) => {
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

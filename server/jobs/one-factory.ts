import type { Attribution } from '../domain/attribution.ts'
import { compareText } from '../domain/canonical.ts'
import type { GraphEdge } from '../domain/graph.ts'

/** By every node of a factory that the run takes for one with others, the node that stands for it. */
export function oneFactory(attributions: readonly Attribution[]): ReadonlyMap<string, string> {
  return new Map(
    attributions.flatMap(({ kind, target, sameAs = [] }) =>
      kind === 'Factory' ? sameAs.map(({ key }) => [key, target] as const) : [],
    ),
  )
}

/** The same relations with one node for every factory, and those that fall together thereby put together. */
export function withOneFactory(
  edges: readonly GraphEdge[],
  one: ReadonlyMap<string, string>,
): readonly GraphEdge[] {
  if (one.size === 0) return edges
  const merged = new Map<string, GraphEdge>()
  for (const edge of edges) {
    const own = { ...edge, from: one.get(edge.from) ?? edge.from, to: one.get(edge.to) ?? edge.to }
    const id = JSON.stringify([own.from, own.type, own.to, own.discriminator])
    const known = merged.get(id)
    merged.set(id, known === undefined ? own : together(known, own))
  }
  return [...merged.values()]
}

function together(a: GraphEdge, b: GraphEdge): GraphEdge {
  const days = [a, b].flatMap(({ firstSeen }) => firstSeen ?? []).toSorted(compareText)
  const [firstSeen] = days
  const records = [...new Set([...a.records, ...b.records])].toSorted(compareText)
  return { ...a, records, ...(firstSeen !== undefined && { firstSeen }) }
}

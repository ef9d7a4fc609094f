import type { GraphEdge, GraphNode } from '../domain/graph.ts'
import { grouped } from './grouped.ts'

/** Factories that something is said of, by name as their records write it. */
export function factoriesNamed(
  edges: readonly GraphEdge[],
  nodes: ReadonlyMap<string, GraphNode>,
): ReadonlyMap<string, readonly string[]> {
  const factories = new Set<string>()
  for (const { from, to } of edges) {
    if (from.startsWith('factory:')) factories.add(from)
    if (to.startsWith('factory:')) factories.add(to)
  }
  const named = [...factories].flatMap((key) => {
    const name = nodes.get(key)?.name
    return name === undefined ? [] : [{ name, key }]
  })
  return grouped(
    named,
    ({ name }) => name,
    ({ key }) => key,
  )
}

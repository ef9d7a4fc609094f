import type { GraphNode } from '../domain/graph.ts'

/** A property that is a list of words; empty where the node has none. */
export function listOf(node: GraphNode | undefined, property: string): readonly string[] {
  const value = node?.properties[property]
  return Array.isArray(value) ? value : []
}

import type { GraphEdge } from './graph.ts'

/** A copy of a relation with some of it changed. Field by field, as a packed relation has nothing of its own that could be spread. */
export function edgeWith(
  { from, type, to, discriminator, properties, firstSeen, lastSeen, records }: GraphEdge,
  changed: Partial<GraphEdge>,
): GraphEdge {
  return { from, type, to, discriminator, properties, firstSeen, lastSeen, records, ...changed }
}

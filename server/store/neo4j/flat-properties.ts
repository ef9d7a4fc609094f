import type { GraphEdge, GraphNode } from '../../domain/graph.ts'

type Flat = Record<string, string | boolean | number | bigint | readonly string[]>

/**
 * The properties of a node or relation for people who walk the graph in Neo4j Browser. What the service reads back is
 * the state beside them, so that a name which Cypher could not take, or which we use ourselves, is left out here.
 */
export function flatProperties({
  properties,
  firstSeen,
  lastSeen,
}: Pick<GraphNode | GraphEdge, 'properties' | 'firstSeen' | 'lastSeen'>): Flat {
  const plain = Object.entries(properties)
    .filter(([property]) => plainName.test(property) && !ours.has(property))
    .map(([property, value]) => [property, flatValue(value)])
  return {
    ...(Object.fromEntries(plain) as Flat),
    ...(firstSeen && { firstSeen }),
    ...(lastSeen && { lastSeen }),
  }
}

const plainName = /^[A-Za-z][A-Za-z0-9_]{0,62}$/

const ours = new Set(['key', 'name', 'discriminator', 'firstSeen', 'lastSeen'])

/** The driver writes every JavaScript number as a float; integers stay integers as BigInt. */
function flatValue(value: GraphNode['properties'][string]) {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value
}

import { compareText } from '../domain/canonical.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { Neighbour, NeighbourCount } from './port.ts'

type EdgeIdentity = Pick<GraphEdge, 'from' | 'type' | 'to' | 'discriminator'>

/** By from, type, to, discriminator. */
export function compareEdges(a: EdgeIdentity, b: EdgeIdentity): number {
  return (
    compareText(a.from, b.from) ||
    compareText(a.type, b.type) ||
    compareText(a.to, b.to) ||
    compareText(a.discriminator, b.discriminator)
  )
}

type Counted = Pick<NeighbourCount, 'type' | 'direction' | 'kind'>

/** By type, direction, kind. */
export function compareCounts(a: Counted, b: Counted): number {
  return (
    compareText(a.type, b.type) ||
    compareText(a.direction, b.direction) ||
    compareText(a.kind, b.kind)
  )
}

/** Neighbours of a node as its counts are ordered, then by key, then discriminator. */
export function compareNeighbours(of: string): (a: Neighbour, b: Neighbour) => number {
  const counted = ({ edge, node }: Neighbour): Counted => ({
    ...{ type: edge.type, kind: node.kind },
    direction: edge.from === of ? 'out' : 'in',
  })
  return (a, b) =>
    compareCounts(counted(a), counted(b)) ||
    compareText(a.node.key, b.node.key) ||
    compareText(a.edge.discriminator, b.edge.discriminator)
}

import { compareText } from '../domain/canonical.ts'
import type { GraphEdge } from '../domain/graph.ts'
import type { NeighbourCount } from './port.ts'

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

/** By type, direction, kind. */
export function compareCounts(a: NeighbourCount, b: NeighbourCount): number {
  return (
    compareText(a.type, b.type) ||
    compareText(a.direction, b.direction) ||
    compareText(a.kind, b.kind)
  )
}

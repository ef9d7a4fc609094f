import { type Adjacency, adjacencyOf } from './adjacency.ts'
import type { Csr } from './csr.ts'

/**
 * What a partition is good for: the weight inside communities, less the resolution times what their masses would lead to expect, Σ over communities of w_in − r · M² / 2. With degrees as masses
 * and r = γ / 2m that is modularity times m (Newman and Girvan 2004, doi:10.1103/PhysRevE.69.026113); with masses of 1 it is the constant Potts model (Traag, Van Dooren and Nesterov 2011,
 * doi:10.1103/PhysRevE.84.016114), whose γ is a weight a pair and keeps its meaning when the graph grows.
 */
export interface Objective {
  /** By node. */
  readonly masses: Float64Array
  readonly resolution: number
}

export type Quality = 'modularity' | 'cpm'

export function objectiveOf(graph: Csr, quality: Quality, gamma: number): Objective {
  if (quality === 'cpm') return { masses: new Float64Array(graph.nodes).fill(1), resolution: gamma }
  const masses = degreesOf(graph)
  let total = 0
  for (const mass of masses) total += mass
  return { masses, resolution: total === 0 ? 0 : gamma / total }
}

/** Weighted degrees; a loop counts twice. */
export function degreesOf(graph: Csr): Float64Array {
  const rows = adjacencyOf(graph)
  const degrees = new Float64Array(graph.nodes)
  for (let node = 0; node < graph.nodes; node++) degrees[node] = degreeOf(rows, graph.loops, node)
  return degrees
}

export function degreeOf(
  { begin, end, weights }: Adjacency,
  loops: Float64Array,
  node: number,
): number {
  const last = end[node] as number
  let sum = 2 * (loops[node] as number)
  for (let slot = begin[node] as number; slot < last; slot++) sum += weights[slot] as number
  return sum
}

/** The value of a partition: modularity from −0.5 to 1, or for the constant Potts model the sum itself, in weights. */
export function qualityOf(
  graph: Csr,
  communities: Int32Array,
  quality: Quality,
  gamma: number,
): number {
  const { masses, resolution } = objectiveOf(graph, quality, gamma)
  const { nodes, starts, targets, weights, loops } = graph
  const together = new Float64Array(nodes)
  let inside = 0
  let all = 0
  for (let node = 0; node < nodes; node++) {
    const own = communities[node] as number
    const end = starts[node + 1] as number
    inside += 2 * (loops[node] as number)
    all += 2 * (loops[node] as number)
    for (let slot = starts[node] as number; slot < end; slot++) {
      const weight = weights[slot] as number
      all += weight
      if (communities[targets[slot] as number] === own) inside += weight
    }
    together[own] = (together[own] as number) + (masses[node] as number)
  }
  let expected = 0
  for (let node = 0; node < nodes; node++) expected += (together[node] as number) ** 2
  if (quality === 'modularity') return all === 0 ? 0 : (inside - resolution * expected) / all
  let alone = 0
  for (const mass of masses) alone += mass ** 2
  return (inside - resolution * (expected - alone)) / 2
}

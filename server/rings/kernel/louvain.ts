import { weightOf } from './adjacency.ts'
import { aggregated, renumbered, summed } from './aggregate.ts'
import { connectedCommunities } from './connected.ts'
import type { Csr } from './csr.ts'
import { gathered } from './move-nodes.ts'
import { objectiveOf, type Quality } from './objective.ts'

export interface CommunityOptions {
  readonly quality: Quality
  /** 1 is modularity as Newman and Girvan have it; for the constant Potts model the weight that a pair must bring to belong together. */
  readonly resolution: number
}

/** Passes end when one gains less than this share of the graph's weight. */
export const leastGained = 3e-5

/**
 * Communities by the Louvain method (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008): nodes move, communities become nodes, until nothing moves. Numbered from 0 in the order of their
 * first nodes, each connected within itself. Nodes are taken in their order, so that the same numbering of the same graph gives the same answer.
 */
export function louvain(graph: Csr, { quality, resolution }: CommunityOptions): Int32Array {
  const objective = objectiveOf(graph, quality, resolution)
  const least = leastGained * weightOf(graph)
  let communities = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  let level = graph
  let masses = objective.masses
  for (;;) {
    const assignment = gathered(level, { ...objective, masses }, least)
    const { communities: found, count } = renumbered(assignment.communities)
    if (count === level.nodes) return connectedCommunities(graph, communities)
    communities = communities.map((node) => found[node] as number)
    masses = summed(masses, found, count)
    level = aggregated(level, found, count)
  }
}

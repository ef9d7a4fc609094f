import { mulberry32 } from '../../domain/random.ts'
import { weightOf } from './adjacency.ts'
import { aggregated, renumbered, summed } from './aggregate.ts'
import { assignmentOf } from './assignment.ts'
import { connectedCommunities } from './connected.ts'
import type { Csr } from './csr.ts'
import { type CommunityOptions, leastGained } from './louvain.ts'
import { gathered, moveNodes } from './move-nodes.ts'
import { objectiveOf } from './objective.ts'
import { refined } from './refine.ts'

export interface LeidenOptions extends CommunityOptions {
  readonly seed: number
}

/**
 * Communities by the Leiden method (Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z): as Louvain, but what becomes a node is each well connected part of a community, and the
 * communities are where these begin. Where refinement merges nothing, the communities themselves become nodes, and what that may leave in pieces is cut apart at the end. Numbered
 * from 0 in the order of their first nodes; the same numbering of the same graph with the same seed gives the same answer.
 */
export function leiden(graph: Csr, { quality, resolution, seed }: LeidenOptions): Int32Array {
  const random = mulberry32(seed)
  const objective = objectiveOf(graph, quality, resolution)
  let level = graph
  let masses = objective.masses
  const least = leastGained * weightOf(graph)
  let assignment = gathered(graph, objective, least)
  /** By node of the graph, its node in the level. */
  let places = Int32Array.from({ length: graph.nodes }, (_, node) => node)
  for (;;) {
    const found = renumbered(assignment.communities)
    if (found.count === level.nodes)
      return connectedCommunities(
        graph,
        places.map((node) => found.communities[node] as number),
      )
    const parts = renumbered(
      refined(level, { ...objective, masses }, found.communities, found.count, random),
    )
    const { communities, count } = parts.count === level.nodes ? found : parts
    const begin = new Int32Array(count)
    for (let node = 0; node < level.nodes; node++)
      begin[communities[node] as number] = found.communities[node] as number
    places = places.map((node) => communities[node] as number)
    masses = summed(masses, communities, count)
    level = aggregated(level, communities, count)
    assignment = assignmentOf(begin, masses)
    moveNodes(level, { ...objective, masses }, assignment, least)
  }
}

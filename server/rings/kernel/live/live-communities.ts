import { assignmentOf } from '../assignment.ts'
import { type Board, boardOf } from '../best-community.ts'
import { connectedCommunities } from '../connected.ts'
import type { Csr } from '../csr.ts'
import type { CommunityOptions } from '../louvain.ts'
import { degreeOf, objectiveOf } from '../objective.ts'
import { type EdgeChanges, inOneOrder } from './edge-changes.ts'
import { type Frontier, frontierOf, putBehind } from './frontier.ts'
import { type GappedRows, gappedRows, setWeight } from './gapped-rows.ts'
import { lookAgain } from './look-again.ts'
import { anchor, type Pieces, partPieces, piecesOf } from './part-pieces.ts'

/** A graph and its communities, kept up to date by {@link change}. Everything in it is overwritten in place. */
export interface LiveCommunities {
  /** By node, the number of its community: from 0 to nodes − 1, with gaps. */
  readonly communities: Int32Array
  /** By node. */
  readonly loops: Float64Array
  readonly rows: GappedRows
  readonly board: Board & { resolution: number }
  readonly frontier: Frontier
  readonly pieces: Pieces
  readonly options: CommunityOptions
  /** Masses of all nodes. */
  total: number
}

/**
 * Communities of a graph, as a full run found them, ready for changes. The number of nodes stays: who expects more adds nodes without edges. Takes twice the memory of the graph, once.
 */
export function liveCommunities(
  graph: Csr,
  communities: Int32Array,
  options: CommunityOptions,
): LiveCommunities {
  const objective = objectiveOf(graph, options.quality, options.resolution)
  const assignment = assignmentOf(connectedCommunities(graph, communities), objective.masses)
  const rows = gappedRows(graph)
  return {
    communities: assignment.communities,
    loops: graph.loops.slice(),
    rows,
    board: boardOf(rows, objective, assignment),
    frontier: frontierOf(graph.nodes),
    pieces: piecesOf(graph.nodes),
    options,
    total: objective.masses.reduce((sum, mass) => sum + mass, 0),
  }
}

/**
 * Changes edges and moves whom that concerns: the ends of the edges are looked at, then the neighbors of those that moved, until nobody is left to look at, as in the dynamic frontier of Sahu (2024,
 * arXiv:2404.19634); communities that fell into pieces come apart, which Sahu leaves. Every community is in one piece then, and the objective no lower than if nobody had moved. The
 * same changes in any order give the same bytes. Costs the rows of those that are looked at; nothing is taken for the whole graph.
 *
 * Nodes move one by one: that two communities have become one, or one has become two that hold together, only a full run sees.
 *
 * @throws RangeError where an end is no node, a weight is negative or not finite, or a pair stands there twice; nothing is changed then.
 */
export function change(live: LiveCommunities, changes: EdgeChanges): void {
  const { communities, frontier, pieces } = live
  const ordered = inOneOrder(communities.length, changes)
  for (let edge = 0; edge < ordered.from.length; edge++)
    changeEdge(
      live,
      ordered.from[edge] as number,
      ordered.to[edge] as number,
      ordered.weights[edge] as number,
    )
  for (let i = 0; i < frontier.length; i++) weigh(live, frontier.waiting[i] as number)
  live.board.resolution = resolutionOf(live)
  do lookAgain(live.board, frontier, pieces)
  while (partPieces(live.board, frontier, pieces))
}

function changeEdge(live: LiveCommunities, a: number, b: number, weight: number): void {
  const { communities, loops, rows, frontier, pieces } = live
  if (a === b) loops[a] = weight
  else {
    const before = setWeight(rows, a, b, weight)
    setWeight(rows, b, a, weight)
    if (before !== 0 && weight === 0 && communities[a] === communities[b]) {
      anchor(pieces, a)
      anchor(pieces, b)
    }
  }
  putBehind(frontier, a)
  putBehind(frontier, b)
}

/** Sums its row up anew, so that no rounding gathers over many changes. */
function weigh(live: LiveCommunities, node: number): void {
  if (live.options.quality === 'cpm') return
  const { masses, assignment } = live.board
  const own = live.communities[node] as number
  const mass = degreeOf(live.rows, live.loops, node)
  const more = mass - (masses[node] as number)
  masses[node] = mass
  assignment.masses[own] = (assignment.masses[own] as number) + more
  live.total += more
}

function resolutionOf({ options, total }: LiveCommunities): number {
  if (options.quality === 'cpm') return options.resolution
  return total <= 0 ? 0 : options.resolution / total
}

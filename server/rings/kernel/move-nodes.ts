import { adjacencyOf } from './adjacency.ts'
import { type Assignment, everyNodeAlone, packed, reassign } from './assignment.ts'
import { type Board, bestFor, boardOf } from './best-community.ts'
import type { Csr } from './csr.ts'
import { joinNeighbors } from './join-neighbors.ts'
import type { Objective } from './objective.ts'

/** Passes end when one moves no more than this share of the nodes. */
const fewMoved = 0.001

/**
 * Moves nodes to the community among their neighbors' where the objective gains most, pass after pass in the order of the nodes, until a pass moves few or gains less than `least`, in weight: the
 * local moving of Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008), from what `assignment` holds.
 *
 * A node is looked at again only when the edges to neighbors that moved since weigh more than half of what its choice was ahead of the next best: until then no neighbor can have changed it. That is the
 * bound by which k-means passes over points (Hamerly 2010, doi:10.1137/1.9781611972801.12) on the pruning of Ozaki, Tezuka and Inaba (2016, doi:10.7763/IJCEE.2016.V8.927). As there, changes of
 * communities' masses by nodes that are no neighbors are not followed.
 */
export function moveNodes(
  graph: Csr,
  objective: Objective,
  assignment: Assignment,
  least: number,
): void {
  settle(passesOf(graph, objective, assignment), least)
}

/** The same from every node alone. */
export function gathered(graph: Csr, objective: Objective, least: number): Assignment {
  const assignment = everyNodeAlone(objective.masses)
  joinNeighbors(adjacencyOf(graph), objective, assignment)
  packed(assignment)
  const passes = passesOf(graph, objective, assignment)
  // Nearly every node has a neighbor that moves now: telling each would cost more than looking at all again.
  pass(passes, false)
  passes.pressure.fill(Number.POSITIVE_INFINITY)
  packed(assignment)
  settle(passes, least)
  return assignment
}

interface Passes {
  readonly board: Board
  /** By node, the weight to neighbors that moved since it was looked at. */
  readonly pressure: Float64Array
  /** By node, how much of it changes nothing. */
  readonly slack: Float64Array
}

function passesOf(graph: Csr, objective: Objective, assignment: Assignment): Passes {
  return {
    board: boardOf(adjacencyOf(graph), objective, assignment),
    pressure: new Float64Array(graph.nodes).fill(Number.POSITIVE_INFINITY),
    slack: new Float64Array(graph.nodes),
  }
}

function settle(passes: Passes, least: number): void {
  const few = Math.floor(fewMoved * passes.slack.length)
  for (;;) {
    const { moved, gained } = pass(passes, true)
    if (moved <= few || gained < least) return
  }
}

function pass(
  { board, pressure, slack }: Passes,
  tell: boolean,
): { moved: number; gained: number } {
  const { assignment, masses, choice } = board
  const { communities } = assignment
  let moved = 0
  let gained = 0
  for (let node = 0; node < slack.length; node++) {
    if ((pressure[node] as number) <= (slack[node] as number)) continue
    pressure[node] = 0
    const best = bestFor(board, node)
    slack[node] = choice.lead / 2
    if (best === communities[node]) continue
    reassign(assignment, node, masses[node] as number, best)
    if (tell) tellNeighbors(board, pressure, node)
    gained += choice.gain
    moved++
  }
  return { moved, gained }
}

function tellNeighbors({ rows, assignment }: Board, pressure: Float64Array, node: number): void {
  const { begin, end, targets, weights } = rows
  const { communities } = assignment
  const own = communities[node]
  const last = end[node] as number
  for (let slot = begin[node] as number; slot < last; slot++) {
    const neighbor = targets[slot] as number
    if (communities[neighbor] !== own)
      pressure[neighbor] = (pressure[neighbor] as number) + (weights[slot] as number)
  }
}

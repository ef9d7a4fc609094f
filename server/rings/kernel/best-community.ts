import type { Adjacency } from './adjacency.ts'
import type { Assignment } from './assignment.ts'
import type { Objective } from './objective.ts'

/** A move gains at least this much, so that rounding moves nothing back and forth. */
const leastGain = 1e-12

/** What choosing a community for one node after the other needs. */
export interface Board extends Objective {
  readonly rows: Adjacency
  readonly assignment: Assignment
  /** By community, the weight from the node at hand; 0 between nodes. */
  readonly toward: Float64Array
  /** The communities that it has edges to. */
  readonly met: Int32Array
  readonly choice: Choice
}

/** What was last chosen. */
interface Choice {
  /** What the move gains; 0 where the node stays. */
  gain: number
  /** What it gains over being alone. */
  most: number
  /** How far the next best community, or none, was behind, in weight. */
  lead: number
  /** Where an empty community was found last. */
  empty: number
}

export function boardOf(rows: Adjacency, objective: Objective, assignment: Assignment): Board {
  const nodes = objective.masses.length
  return {
    rows,
    ...objective,
    assignment,
    toward: new Float64Array(nodes),
    met: new Int32Array(nodes),
    choice: { gain: 0, most: 0, lead: 0, empty: nodes },
  }
}

/** The community where the objective gains most by the node, the lowest of equals; its own unless another gains; one of nobody where being alone is better than any. */
export function bestFor(board: Board, node: number): number {
  const { assignment, choice } = board
  const best = choose(board, node, meet(board, node))
  const own = assignment.communities[node] as number
  if (0 <= choice.most || assignment.sizes[own] === 1) return best
  choice.gain -= choice.most
  return emptyOne(board)
}

/** Adds up the node's edges by community; gives how many these are. */
function meet({ rows, assignment, toward, met }: Board, node: number): number {
  const { begin, end, targets, weights } = rows
  const { communities } = assignment
  const last = end[node] as number
  let meets = 0
  for (let slot = begin[node] as number; slot < last; slot++) {
    const community = communities[targets[slot] as number] as number
    const before = toward[community] as number
    if (before === 0) met[meets++] = community
    toward[community] = before + (weights[slot] as number)
  }
  return meets
}

function choose(board: Board, node: number, meets: number): number {
  const { masses, resolution, assignment, toward, met, choice } = board
  const { communities, masses: together } = assignment
  const own = communities[node] as number
  const mass = masses[node] as number
  const expected = resolution * mass
  const stay = (toward[own] as number) - expected * ((together[own] as number) - mass)
  toward[own] = 0
  let best = own
  let most = stay + leastGain
  let second = 0
  for (let i = 0; i < meets; i++) {
    const community = met[i] as number
    const weight = toward[community] as number
    toward[community] = 0
    // No gain is above its weight: most communities are passed over without a look at their mass.
    if (weight < second || community === own) continue
    const gain = weight - expected * (together[community] as number)
    if (most < gain || (gain === most && community < best)) {
      second = most
      best = community
      most = gain
    } else if (second < gain) second = gain
  }
  choice.most = most
  choice.lead = most - second
  choice.gain = best === own ? 0 : most - stay
  return best
}

/** A community that nobody is in. Numbers are taken from the end, as those in use are packed at the beginning. */
export function emptyOne({ assignment: { sizes }, choice }: Board): number {
  for (let step = 0; step < sizes.length; step++) {
    choice.empty = choice.empty <= 0 ? sizes.length - 1 : choice.empty - 1
    if (sizes[choice.empty] === 0) return choice.empty
  }
  throw new Error('every node is alone, and none can be moved away')
}

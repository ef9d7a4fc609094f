import type { Csr } from './csr.ts'
import type { Objective } from './objective.ts'

/** A move gains at least this much, so that rounding moves nothing back and forth. */
const leastGain = 1e-12

/** Communities while nodes move: numbers from 0 to nodes − 1, not all of them in use. */
export interface Assignment {
  /** By node. */
  readonly communities: Int32Array
  /** By community, the masses of its nodes, and how many they are. */
  readonly masses: Float64Array
  readonly sizes: Int32Array
}

export function assignmentOf(communities: Int32Array, masses: Float64Array): Assignment {
  const own = {
    communities,
    masses: new Float64Array(masses.length),
    sizes: new Int32Array(masses.length),
  }
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] as number
    own.masses[community] = (own.masses[community] as number) + (masses[node] as number)
    own.sizes[community] = (own.sizes[community] as number) + 1
  }
  return own
}

export function everyNodeAlone(masses: Float64Array): Assignment {
  return {
    communities: Int32Array.from(masses.keys()),
    masses: masses.slice(),
    sizes: new Int32Array(masses.length).fill(1),
  }
}

/**
 * Moves nodes to the community among their neighbors' where the objective gains most, pass after pass in the order of the nodes, until a pass moves no more than `tolerance` of them: the
 * local moving of Louvain (Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008). After the first pass only nodes are looked at of which a neighbor moved (Ozaki, Tezuka and Inaba
 * 2016, doi:10.7763/IJCEE.2016.V8.927), which departs from the order of the paper and not from its answer's quality. `stale` tells which nodes to begin with and is used up.
 */
export function moveNodes(
  graph: Csr,
  { masses, resolution }: Objective,
  assignment: Assignment,
  stale: Uint8Array,
  tolerance: number,
): void {
  const { nodes } = graph
  const board: Board = {
    graph,
    masses,
    resolution,
    assignment,
    stale,
    toward: new Float64Array(nodes),
    met: new Int32Array(nodes),
  }
  const enough = Math.floor(tolerance * nodes)
  for (let moved = nodes + 1; enough < moved; ) {
    moved = 0
    for (let node = 0; node < nodes; node++) {
      if (stale[node] === 0) continue
      stale[node] = 0
      const best = bestFor(board, node, meet(board, node))
      if (best === assignment.communities[node]) continue
      take(board, node, best)
      moved++
    }
  }
}

interface Board {
  readonly graph: Csr
  readonly masses: Float64Array
  readonly resolution: number
  readonly assignment: Assignment
  readonly stale: Uint8Array
  /** By community, the weight from the node at hand; 0 between nodes. */
  readonly toward: Float64Array
  /** The communities that it has edges to. */
  readonly met: Int32Array
}

/** Adds up the node's edges by community; gives how many these are. */
function meet({ graph, assignment, toward, met }: Board, node: number): number {
  const { starts, targets, weights } = graph
  const { communities } = assignment
  const end = starts[node + 1] as number
  let meets = 0
  for (let slot = starts[node] as number; slot < end; slot++) {
    const community = communities[targets[slot] as number] as number
    const before = toward[community] as number
    if (before === 0) met[meets++] = community
    toward[community] = before + (weights[slot] as number)
  }
  return meets
}

/** The community where the objective gains most, the lowest of equals; its own unless another gains. */
function bestFor(board: Board, node: number, meets: number): number {
  const { masses, resolution, assignment, toward, met } = board
  const { communities, masses: together, sizes } = assignment
  const own = communities[node] as number
  const mass = masses[node] as number
  const expected = resolution * mass
  const stay = (toward[own] as number) - expected * ((together[own] as number) - mass)
  let best = own
  let most = stay + leastGain
  for (let i = 0; i < meets; i++) {
    const community = met[i] as number
    const gain = (toward[community] as number) - expected * (together[community] as number)
    toward[community] = 0
    if (community === own || gain < most || (gain === most && best <= community)) continue
    best = community
    most = gain
  }
  return most < 0 && 1 < (sizes[own] as number) ? emptyOne(sizes, node) : best
}

function take({ graph, masses, assignment, stale }: Board, node: number, to: number): void {
  const { starts, targets } = graph
  const { communities, masses: together, sizes } = assignment
  const from = communities[node] as number
  const mass = masses[node] as number
  communities[node] = to
  together[from] = (together[from] as number) - mass
  together[to] = (together[to] as number) + mass
  sizes[from] = (sizes[from] as number) - 1
  sizes[to] = (sizes[to] as number) + 1
  const end = starts[node + 1] as number
  for (let slot = starts[node] as number; slot < end; slot++) {
    const neighbor = targets[slot] as number
    if (communities[neighbor] !== to) stale[neighbor] = 1
  }
}

/** A community that nobody is in: that of the node's own number, or the next one free. */
function emptyOne(sizes: Int32Array, from: number): number {
  for (let step = 0; step < sizes.length; step++) {
    const community = (from + step) % sizes.length
    if (sizes[community] === 0) return community
  }
  throw new Error('every node is alone, and none can be moved away')
}

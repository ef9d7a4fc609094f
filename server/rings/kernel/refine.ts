import { shuffle } from '../../domain/random.ts'
import { membersOf } from './aggregate.ts'
import type { Csr } from './csr.ts'
import type { Objective } from './objective.ts'

/** How far a merge may be from the best one: the probability of each is in proportion to exp(gain / randomness). */
const randomness = 0.01

/**
 * Divides every community anew, from single nodes, merging only what is well connected within the community and only where the objective does not fall: the refinement of Leiden (Traag, Waltman
 * and van Eck 2019, doi:10.1038/s41598-019-41695-z, algorithm A.2). Gains are measured against the largest, so that the choice does not depend on the scale of the weights. Every refined
 * community is connected and lies in one community.
 */
export function refined(
  graph: Csr,
  { masses, resolution }: Objective,
  communities: Int32Array,
  count: number,
  random: () => number,
): Int32Array {
  const { nodes } = graph
  const { order, first } = membersOf(communities, count)
  const board: Board = {
    graph,
    masses,
    resolution,
    communities,
    parts: Int32Array.from({ length: nodes }, (_, node) => node),
    together: masses.slice(),
    sizes: new Int32Array(nodes).fill(1),
    outward: new Float64Array(nodes),
    toward: new Float64Array(nodes),
    met: new Int32Array(nodes),
    gains: new Float64Array(nodes),
  }
  for (let community = 0; community < count; community++) {
    const members = order.subarray(first[community], first[community + 1])
    let whole = 0
    for (const node of members) {
      whole += masses[node] as number
      board.outward[node] = weightWithin(graph, communities, node)
    }
    for (const node of shuffle(members.slice(), random)) mergeNode(board, node, whole, random)
  }
  return board.parts
}

interface Board extends Objective {
  readonly graph: Csr
  readonly communities: Int32Array
  /** By node, the number of its part. */
  readonly parts: Int32Array
  /** By part: mass, nodes, and the weight from it to the rest of its community. */
  readonly together: Float64Array
  readonly sizes: Int32Array
  readonly outward: Float64Array
  /** By part, the weight from the node at hand; 0 between nodes. */
  readonly toward: Float64Array
  /** The parts that it has edges to, and what merging with each gains. */
  readonly met: Int32Array
  readonly gains: Float64Array
}

/** Merges a node that is still alone with a part, where it is well connected to the rest of the community, whose mass is `whole`. */
function mergeNode(board: Board, node: number, whole: number, random: () => number): void {
  const { masses, resolution, parts, together, sizes, outward, toward, met } = board
  const part = parts[node] as number
  const mass = masses[node] as number
  if (sizes[part] !== 1 || !isWellConnected(board, part, mass, whole)) return
  const meets = meetParts(board, node)
  const most = rateParts(board, meets, resolution * mass, whole)
  if (0 < most) {
    const other = met[choose(board.gains, meets, most, random)] as number
    const between = toward[other] as number
    outward[other] = (outward[other] as number) + (outward[node] as number) - 2 * between
    together[other] = (together[other] as number) + mass
    sizes[other] = (sizes[other] as number) + 1
    sizes[part] = 0
    parts[node] = other
  }
  for (let i = 0; i < meets; i++) toward[met[i] as number] = 0
}

function isWellConnected(
  { outward, resolution }: Board,
  part: number,
  mass: number,
  whole: number,
): boolean {
  return resolution * mass * (whole - mass) <= (outward[part] as number)
}

function meetParts({ graph, communities, parts, toward, met }: Board, node: number): number {
  const { starts, targets, weights } = graph
  const own = communities[node] as number
  const end = starts[node + 1] as number
  let meets = 0
  for (let slot = starts[node] as number; slot < end; slot++) {
    const neighbor = targets[slot] as number
    if (communities[neighbor] !== own) continue
    const other = parts[neighbor] as number
    const before = toward[other] as number
    if (before === 0) met[meets++] = other
    toward[other] = before + (weights[slot] as number)
  }
  return meets
}

/** The largest gain, 0 where nothing gains. */
function rateParts(board: Board, meets: number, expected: number, whole: number): number {
  const { together, toward, met, gains } = board
  let most = 0
  for (let i = 0; i < meets; i++) {
    const other = met[i] as number
    const mass = together[other] as number
    const gain = (toward[other] as number) - expected * mass
    gains[i] = isWellConnected(board, other, mass, whole) ? gain : Number.NEGATIVE_INFINITY
    most = Math.max(most, gains[i] as number)
  }
  return most
}

function weightWithin(
  { starts, targets, weights }: Csr,
  communities: Int32Array,
  node: number,
): number {
  const own = communities[node] as number
  const end = starts[node + 1] as number
  let sum = 0
  for (let slot = starts[node] as number; slot < end; slot++)
    if (communities[targets[slot] as number] === own) sum += weights[slot] as number
  return sum
}

/** One of those whose gain is not negative, the likelier the larger it is; `most` is the largest and above 0. */
function choose(gains: Float64Array, length: number, most: number, random: () => number): number {
  let sum = 0
  for (let i = 0; i < length; i++) sum += share(gains[i] as number, most)
  let left = random() * sum
  for (let i = 0; i < length; i++) {
    left -= share(gains[i] as number, most)
    if (left < 0) return i
  }
  return gains.subarray(0, length).indexOf(most)
}

function share(gain: number, most: number): number {
  return gain < 0 ? 0 : Math.exp((gain / most - 1) / randomness)
}

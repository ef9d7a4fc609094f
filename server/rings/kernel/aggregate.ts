import type { Csr } from './csr.ts'

/** Communities numbered from 0 without a gap, in the order of their first nodes. */
export function renumbered(communities: Int32Array): {
  readonly communities: Int32Array
  readonly count: number
} {
  const numbers = new Int32Array(communities.length).fill(-1)
  const fresh = new Int32Array(communities.length)
  let count = 0
  for (let node = 0; node < communities.length; node++) {
    const old = communities[node] as number
    if ((numbers[old] as number) < 0) numbers[old] = count++
    fresh[node] = numbers[old] as number
  }
  return { communities: fresh, count }
}

/** One node for each of `count` communities: what is between two of them is one edge, what is inside one is its loop. Rows are in the order in which their edges are met. */
export function aggregated(graph: Csr, communities: Int32Array, count: number): Csr {
  const { order, first } = membersOf(communities, count)
  const starts = new Int32Array(count + 1)
  const targets = new Int32Array(graph.targets.length)
  const weights = new Float64Array(graph.targets.length)
  const loops = new Float64Array(count)
  const toward = new Float64Array(count)
  let length = 0
  for (let community = 0; community < count; community++) {
    const begin = length
    for (let i = first[community] as number; i < (first[community + 1] as number); i++) {
      const node = order[i] as number
      loops[community] = (loops[community] as number) + (graph.loops[node] as number)
      length = addEdges(graph, communities, node, toward, targets, length)
    }
    loops[community] = (loops[community] as number) + (toward[community] as number) / 2
    toward[community] = 0
    for (let slot = begin; slot < length; slot++) {
      const other = targets[slot] as number
      weights[slot] = toward[other] as number
      toward[other] = 0
    }
    starts[community + 1] = length
  }
  return {
    nodes: count,
    starts,
    targets: targets.slice(0, length),
    weights: weights.slice(0, length),
    loops,
  }
}

/** Adds a node's edges up by the community they lead to, whose number is put behind the others when it is met first and is not the node's own; gives the new length. */
function addEdges(
  { starts, targets, weights }: Csr,
  communities: Int32Array,
  node: number,
  toward: Float64Array,
  met: Int32Array,
  length: number,
): number {
  const own = communities[node] as number
  const end = starts[node + 1] as number
  let longer = length
  for (let slot = starts[node] as number; slot < end; slot++) {
    const other = communities[targets[slot] as number] as number
    const before = toward[other] as number
    if (before === 0 && other !== own) met[longer++] = other
    toward[other] = before + (weights[slot] as number)
  }
  return longer
}

/** Nodes by community, each in ascending order. */
export function membersOf(
  communities: Int32Array,
  count: number,
): { readonly order: Int32Array; readonly first: Int32Array } {
  const first = new Int32Array(count + 1)
  for (const community of communities) first[community + 1] = (first[community + 1] as number) + 1
  for (let community = 0; community < count; community++)
    first[community + 1] = (first[community + 1] as number) + (first[community] as number)
  const next = first.slice()
  const order = new Int32Array(communities.length)
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] as number
    const slot = next[community] as number
    order[slot] = node
    next[community] = slot + 1
  }
  return { order, first }
}

/** By community, the sum of what its nodes have. */
export function summed(values: Float64Array, communities: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count)
  for (let node = 0; node < communities.length; node++) {
    const community = communities[node] as number
    sums[community] = (sums[community] as number) + (values[node] as number)
  }
  return sums
}

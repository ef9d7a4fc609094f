/**
 * An undirected weighted graph in compressed sparse rows: the neighbors of node i are targets[starts[i]] … targets[starts[i + 1] − 1], ascending, each once. Every edge stands
 * in both rows; an edge of a node with itself stands in `loops` alone. 24 bytes an edge.
 */
export interface Csr {
  readonly nodes: number
  readonly starts: Int32Array
  readonly targets: Int32Array
  readonly weights: Float64Array
  /** By node. */
  readonly loops: Float64Array
}

/** Edges as they come: from[e] and to[e] are nodes from 0 on; weights are positive and finite. */
export interface EdgeList {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly weights: Float64Array | Float32Array
}

/**
 * Rows of a list of edges in any order and direction, equal edges added up; the same edges give the same bytes. Two passes of counting sort, no comparison.
 *
 * @throws RangeError where an end is no node, or a weight is not positive and finite.
 */
export function csrOf(nodes: number, edges: EdgeList): Csr {
  const starts = rowStarts(nodes, edges)
  const loose = scatter(starts, edges)
  const sorted = transposed(nodes, starts, loose)
  return withLoops(nodes, edges, withoutRepeats(nodes, starts, sorted))
}

/** Rows with their columns, each row in ascending order. */
interface Rows {
  readonly targets: Int32Array
  readonly weights: Float64Array
}

function rowStarts(nodes: number, { from, to, weights }: EdgeList): Int32Array {
  const starts = new Int32Array(nodes + 1)
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge] as number
    const b = to[edge] as number
    const weight = weights[edge] as number
    if (!(0 <= a && a < nodes && 0 <= b && b < nodes))
      throw new RangeError(`edge ${edge} joins ${a} and ${b}, of ${nodes} nodes`)
    if (!(0 < weight && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`edge ${edge} weighs ${weight}`)
    if (a === b) continue
    starts[a + 1] = (starts[a + 1] as number) + 1
    starts[b + 1] = (starts[b + 1] as number) + 1
  }
  for (let node = 0; node < nodes; node++)
    starts[node + 1] = (starts[node + 1] as number) + (starts[node] as number)
  return starts
}

function scatter(starts: Int32Array, { from, to, weights }: EdgeList): Rows {
  const length = starts[starts.length - 1] as number
  const rows = { targets: new Int32Array(length), weights: new Float64Array(length) }
  const next = starts.slice()
  for (let edge = 0; edge < from.length; edge++) {
    const a = from[edge] as number
    const b = to[edge] as number
    if (a === b) continue
    const weight = weights[edge] as number
    put(rows, next, a, b, weight)
    put(rows, next, b, a, weight)
  }
  return rows
}

function put(
  { targets, weights }: Rows,
  next: Int32Array,
  row: number,
  target: number,
  weight: number,
): void {
  const slot = next[row] as number
  targets[slot] = target
  weights[slot] = weight
  next[row] = slot + 1
}

/** Of symmetric rows, the same rows with their columns ascending. */
function transposed(nodes: number, starts: Int32Array, { targets, weights }: Rows): Rows {
  const rows = {
    targets: new Int32Array(targets.length),
    weights: new Float64Array(targets.length),
  }
  const next = starts.slice()
  for (let node = 0; node < nodes; node++) {
    const end = starts[node + 1] as number
    for (let slot = starts[node] as number; slot < end; slot++)
      put(rows, next, targets[slot] as number, node, weights[slot] as number)
  }
  return rows
}

function withoutRepeats(nodes: number, starts: Int32Array, rows: Rows): Omit<Csr, 'loops'> {
  if (!repeats(nodes, starts, rows.targets)) return { nodes, starts, ...rows }
  const kept = new Int32Array(nodes + 1)
  let length = 0
  for (let node = 0; node < nodes; node++) {
    const end = starts[node + 1] as number
    for (let slot = starts[node] as number; slot < end; ) {
      const target = rows.targets[slot] as number
      let last = slot + 1
      while (last < end && rows.targets[last] === target) last++
      rows.targets[length] = target
      rows.weights[length] = sumOf(rows.weights.subarray(slot, last))
      length++
      slot = last
    }
    kept[node + 1] = length
  }
  return {
    nodes,
    starts: kept,
    targets: rows.targets.slice(0, length),
    weights: rows.weights.slice(0, length),
  }
}

function repeats(nodes: number, starts: Int32Array, targets: Int32Array): boolean {
  for (let node = 0; node < nodes; node++) {
    const end = starts[node + 1] as number
    for (let slot = (starts[node] as number) + 1; slot < end; slot++)
      if (targets[slot] === targets[slot - 1]) return true
  }
  return false
}

/** Lightest first, so that the sum does not depend on which edge came first. */
function sumOf(weights: Float64Array): number {
  let sum = 0
  for (const weight of 1 < weights.length ? weights.slice().sort() : weights) sum += weight
  return sum
}

function withLoops(nodes: number, { from, to, weights }: EdgeList, rows: Omit<Csr, 'loops'>): Csr {
  const own = new Map<number, number[]>()
  for (let edge = 0; edge < from.length; edge++) {
    const node = from[edge] as number
    if (node !== to[edge]) continue
    const known = own.get(node)
    if (known === undefined) own.set(node, [weights[edge] as number])
    else known.push(weights[edge] as number)
  }
  const loops = new Float64Array(nodes)
  for (const [node, several] of own) loops[node] = sumOf(Float64Array.from(several))
  return { ...rows, loops }
}

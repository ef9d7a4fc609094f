import type { Adjacency } from '../adjacency.ts'
import type { Csr } from '../csr.ts'

/** Rows with room behind each, so that an edge comes in or goes by moving one row and not all of them. */
export interface GappedRows extends Adjacency {
  targets: Int32Array
  weights: Float64Array
  /** By node, the slot where the room of its row ends. */
  readonly limit: Int32Array
  /** The slot from which nothing is taken. */
  used: number
}

/** Takes an eighth more than the rows, and a little for each of them. */
export function gappedRows({ nodes, starts, targets, weights }: Csr): GappedRows {
  const rows = {
    begin: starts.slice(0, nodes),
    end: starts.slice(1),
    targets,
    weights,
    limit: new Int32Array(nodes),
    used: 0,
  }
  layOut(rows)
  return rows
}

/** Gives the edge from `node` to `target` a weight, 0 for none; tells what it had, 0 where there was none. */
export function setWeight(rows: GappedRows, node: number, target: number, weight: number): number {
  const slot = slotOf(rows, node, target)
  const isThere = slot < (rows.end[node] as number) && rows.targets[slot] === target
  const before = isThere ? (rows.weights[slot] as number) : 0
  if (isThere && 0 < weight) rows.weights[slot] = weight
  else if (isThere) close(rows, node, slot)
  else if (0 < weight) insert(rows, node, target, weight)
  return before
}

/** Where the target stands in the row, or would. */
function slotOf({ begin, end, targets }: Adjacency, node: number, target: number): number {
  let low = begin[node] as number
  let high = end[node] as number
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((targets[middle] as number) < target) low = middle + 1
    else high = middle
  }
  return low
}

function close(rows: GappedRows, node: number, slot: number): void {
  const end = rows.end[node] as number
  rows.targets.copyWithin(slot, slot + 1, end)
  rows.weights.copyWithin(slot, slot + 1, end)
  rows.end[node] = end - 1
}

function insert(rows: GappedRows, node: number, target: number, weight: number): void {
  if (rows.end[node] === rows.limit[node]) makeRoom(rows, node)
  const slot = slotOf(rows, node, target)
  const end = rows.end[node] as number
  rows.targets.copyWithin(slot + 1, slot, end)
  rows.weights.copyWithin(slot + 1, slot, end)
  rows.targets[slot] = target
  rows.weights[slot] = weight
  rows.end[node] = end + 1
}

/** Moves a row that is full behind all others; where even there no room is left, all rows are laid out anew, which takes as long as building them and comes once in many changes. */
function makeRoom(rows: GappedRows, node: number): void {
  const length = (rows.end[node] as number) - (rows.begin[node] as number)
  const room = roomFor(2 * length)
  if (rows.used + room <= rows.targets.length) moveBehind(rows, node, length, room)
  else layOut(rows)
}

function moveBehind(rows: GappedRows, node: number, length: number, room: number): void {
  const begin = rows.begin[node] as number
  rows.targets.copyWithin(rows.used, begin, begin + length)
  rows.weights.copyWithin(rows.used, begin, begin + length)
  rows.begin[node] = rows.used
  rows.end[node] = rows.used + length
  rows.used += room
  rows.limit[node] = rows.used
}

function layOut(rows: GappedRows): void {
  const { begin, end, limit, targets, weights } = rows
  let length = 0
  for (let node = 0; node < limit.length; node++)
    length += roomFor((end[node] as number) - (begin[node] as number))
  rows.targets = new Int32Array(length + (length >>> 3) + limit.length)
  rows.weights = new Float64Array(rows.targets.length)
  let next = 0
  for (let node = 0; node < limit.length; node++) {
    const first = begin[node] as number
    const last = end[node] as number
    for (let slot = first; slot < last; slot++) {
      rows.targets[next + slot - first] = targets[slot] as number
      rows.weights[next + slot - first] = weights[slot] as number
    }
    begin[node] = next
    end[node] = next + last - first
    next += roomFor(last - first)
    limit[node] = next
  }
  rows.used = next
}

function roomFor(length: number): number {
  return length + (length >>> 3) + 2
}

import { reassign } from '../assignment.ts'
import { type Board, emptyOne } from '../best-community.ts'
import { type Frontier, putBehind } from './frontier.ts'

/**
 * Where communities may have come apart. Anchors are the ends of edges that went and the neighbors that a node left behind: a community in several pieces has one in each of them, as nothing else
 * takes edges from a community.
 */
export interface Pieces {
  /** The first `length` are anchors, each once. */
  readonly anchors: Int32Array
  length: number
  /** By node. */
  readonly isAnchor: Uint8Array
  /** By community, its anchors that are not reached yet; 0 between calls. */
  readonly left: Int32Array
  /** By node, the search that reached it last. */
  readonly reachedBy: Int32Array
  readonly reached: Int32Array
  search: number
}

export function piecesOf(nodes: number): Pieces {
  return {
    anchors: new Int32Array(nodes),
    length: 0,
    isAnchor: new Uint8Array(nodes),
    left: new Int32Array(nodes),
    reachedBy: new Int32Array(nodes),
    reached: new Int32Array(nodes),
    search: 0,
  }
}

export function anchor(pieces: Pieces, node: number): void {
  if (pieces.isAnchor[node] === 1) return
  pieces.isAnchor[node] = 1
  pieces.anchors[pieces.length++] = node
}

/** Makes communities of pieces, whose nodes then wait to be looked at, and forgets the anchors; tells whether there were any pieces. The piece of the last anchor by number stays what it was. */
export function partPieces(board: Board, frontier: Frontier, pieces: Pieces): boolean {
  const { communities } = board.assignment
  const { left, isAnchor } = pieces
  const anchors = pieces.anchors.subarray(0, pieces.length).sort()
  for (const node of anchors) {
    const own = communities[node] as number
    left[own] = (left[own] as number) + 1
  }
  let parted = false
  for (const node of anchors) {
    if (isAnchor[node] === 0) continue
    const length = reachAnchors(board, pieces, node)
    if (left[communities[node] as number] === 0) continue
    moveOut(board, frontier, pieces.reached.subarray(0, length))
    parted = true
  }
  for (const node of anchors) isAnchor[node] = 0
  pieces.length = 0
  return parted
}

/** Nodes of the community that hang together with `start`, all of them unless the anchors are exhausted before; gives how many. */
function reachAnchors({ rows, assignment }: Board, pieces: Pieces, start: number): number {
  const own = assignment.communities[start] as number
  pieces.search++
  let length = reach(pieces, own, start, 0)
  for (let next = 0; next < length && 0 < (pieces.left[own] as number); next++) {
    const node = pieces.reached[next] as number
    const end = rows.end[node] as number
    for (let slot = rows.begin[node] as number; slot < end; slot++) {
      const other = rows.targets[slot] as number
      if (assignment.communities[other] === own) length = reach(pieces, own, other, length)
    }
  }
  return length
}

function reach(pieces: Pieces, own: number, node: number, length: number): number {
  const { reached, reachedBy, isAnchor, left } = pieces
  if (reachedBy[node] === pieces.search) return length
  reachedBy[node] = pieces.search
  reached[length] = node
  if (isAnchor[node] === 1) {
    isAnchor[node] = 0
    left[own] = (left[own] as number) - 1
  }
  return length + 1
}

function moveOut(board: Board, frontier: Frontier, nodes: Int32Array): void {
  const to = emptyOne(board)
  for (const node of nodes) {
    reassign(board.assignment, node, board.masses[node] as number, to)
    putBehind(frontier, node)
  }
}

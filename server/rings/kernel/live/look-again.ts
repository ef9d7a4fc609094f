import { reassign } from '../assignment.ts'
import { type Board, bestFor } from '../best-community.ts'
import { type Frontier, putBehind, takeFirst } from './frontier.ts'
import { anchor, type Pieces } from './part-pieces.ts'

/** Moves whoever waits, and whom that concerns in turn, until nobody waits. */
export function lookAgain(board: Board, frontier: Frontier, pieces: Pieces): void {
  const { assignment, masses } = board
  while (0 < frontier.length) {
    const node = takeFirst(frontier)
    const best = bestFor(board, node)
    const before = assignment.communities[node] as number
    if (best === before) continue
    reassign(assignment, node, masses[node] as number, best)
    tellNeighbors(board, frontier, pieces, node, before)
  }
  frontier.next = 0
}

/** Neighbors elsewhere may follow; those that were left behind may hold together no longer. */
function tellNeighbors(
  { rows, assignment }: Board,
  frontier: Frontier,
  pieces: Pieces,
  node: number,
  before: number,
): void {
  const { begin, end, targets } = rows
  const { communities } = assignment
  const own = communities[node]
  const last = end[node] as number
  for (let slot = begin[node] as number; slot < last; slot++) {
    const neighbor = targets[slot] as number
    if (communities[neighbor] === before) anchor(pieces, neighbor)
    if (communities[neighbor] !== own) putBehind(frontier, neighbor)
  }
}

import type { Csr } from './csr.ts'

/**
 * The communities with every connected piece of one as a community of its own, numbered in the order of their first nodes. Louvain leaves some in pieces (Traag, Waltman and van Eck 2019,
 * doi:10.1038/s41598-019-41695-z), and cutting them apart can only raise the objective, as no weight is between the pieces.
 */
export function connectedCommunities(graph: Csr, communities: Int32Array): Int32Array {
  const pieces = new Int32Array(graph.nodes).fill(-1)
  const queue = new Int32Array(graph.nodes)
  const left = sizesOf(communities)
  let count = 0
  for (let start = 0; start < graph.nodes; start++) {
    if (0 <= (pieces[start] as number)) continue
    const own = communities[start] as number
    pieces[start] = count
    queue[0] = start
    let length = 1
    // Once all of the community are reached, the rows of those that wait have nothing to tell.
    for (let next = 0; next < length && length < (left[own] as number); next++)
      length = reach(graph, communities, pieces, queue, next, length)
    left[own] = (left[own] as number) - length
    count++
  }
  return pieces
}

function sizesOf(communities: Int32Array): Int32Array {
  const sizes = new Int32Array(communities.length)
  for (let node = 0; node < communities.length; node++) {
    const own = communities[node] as number
    sizes[own] = (sizes[own] as number) + 1
  }
  return sizes
}

/** Puts the neighbors of the queue's node at `next` behind it that are of its community and in no piece yet; gives the new length. */
function reach(
  { starts, targets }: Csr,
  communities: Int32Array,
  pieces: Int32Array,
  queue: Int32Array,
  next: number,
  length: number,
): number {
  const node = queue[next] as number
  const own = communities[node]
  const piece = pieces[node] as number
  const end = starts[node + 1] as number
  let longer = length
  for (let slot = starts[node] as number; slot < end; slot++) {
    const other = targets[slot] as number
    if (communities[other] !== own || 0 <= (pieces[other] as number)) continue
    pieces[other] = piece
    queue[longer++] = other
  }
  return longer
}
